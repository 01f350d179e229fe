"""The sentence of every problem, by its code, and the names of the fields as the window has them.

A sentence names the field and says what to do next. ``{field}`` is filled with one of the names
below, which a translator gets separately.
"""

from __future__ import annotations

from functools import lru_cache

from wa_composer.message.words import Words, words

PHONE_NUMBER = words("The recipient's number")
FROM = words("From")
TEMPLATE_NAME = words("Template name")
LANGUAGE = words("Language")
HEADER = words("Header")
HEADER_TEXT = words("Header text")
BODY = words("Body")
FOOTER = words("Footer")
FILE_NAME = words("File name")
CAPTION = words("Caption")
HEADER_CAPTION = words("Header caption")
HEADER_LINK = words("Header link")
HEADER_KINDS = {
    "text": words("a text"),
    "image": words("an image"),
    "video": words("a video"),
    "document": words("a document"),
}
BEYOND = {
    "carousel": words("a carousel of cards"),
    "limited_time_offer": words("an offer with a time limit"),
    "location": words("a location in its header"),
    "product": words("a product in its header"),
    "catalog": words("a button for a catalogue"),
    "mpm": words("a button for several products"),
    "spm": words("a button for a product"),
    "otp": words("a button for a one-time code"),
    "copy_code": words("a button that copies a code"),
}
HEADER_ID = words("Header media ID")
IMAGE_LINK = words("Image link")
MEDIA_ID = words("Media ID")


@lru_cache(maxsize=64)
def body_value(number: int) -> Words:
    """The name of a body value, counted from 1."""
    return words("Body value {number}", number=number)


@lru_cache(maxsize=64)
def button_kind(number: int) -> Words:
    """The name of the kind of a button, counted from 1."""
    return words("Button {number} kind", number=number)


@lru_cache(maxsize=64)
def button_index(number: int) -> Words:
    """The name of the index of a button, counted from 1."""
    return words("Button {number} index", number=number)


@lru_cache(maxsize=64)
def button_value(number: int) -> Words:
    """The name of the value of a button, counted from 1."""
    return words("Button {number} value", number=number)


@lru_cache(maxsize=64)
def button_title(number: int) -> Words:
    """The name of the title of a reply button, counted from 1."""
    return words("Button {number} title", number=number)


@lru_cache(maxsize=64)
def button_id(number: int) -> Words:
    """The name of the ID of a reply button, counted from 1."""
    return words("Button {number} ID", number=number)


SENTENCES: dict[str, Words] = {
    # The file
    "not_request": words(
        "This is no message: it must be an object with “messages” in it. Open another file."
    ),
    "no_messages": words("There is no message in it. Add one under “messages”."),
    "not_text": words("“{key}” must be text. Put its value in double quotes."),
    "not_object": words("“{key}” must be an object in braces { }. Write it as one."),
    "not_list": words("“{key}” must be a list in brackets [ ]. Write it as one."),
    "unknown_key": words(
        "“{key}” is not a documented key. It is kept and sent as it is; check its spelling."
    ),
    "broken_character": words(
        "There is half a character in it (a lone surrogate), which cannot be sent. Type it again."
    ),
    "not_json": words("This number cannot be sent as JSON. Replace it."),
    "placeholder": words("{field} still holds the placeholder {found}. Put the real value there."),
    "type_missing": words("“type” is missing. Write “{kind}” there."),
    "message_type": words(
        "“{kind}” is not a message type of this API. Use template, interactive or image."
    ),
    "message_type_missing": words(
        "The message has no type. Write template, interactive or image under “type”."
    ),
    # Any text
    "empty": words("{field} is empty. Fill it in."),
    "too_long": words("{field} may have {most} characters and has {count}. Shorten it."),
    "too_long_doubt": words(
        "{field} should have at most {most} characters and has {count}."
        " Shorten it if it is refused."
    ),
    "too_long_utf16": words(
        "{field} has {count} characters if each emoji counts as two, and {most} are allowed."
        " Shorten it if it is refused."
    ),
    "body_values_long": words(
        "The body values have {count} characters together; the whole body may have {most}."
        " Shorten them."
    ),
    "new_line": words("{field} may not hold a line break. Take it out."),
    "tab": words("{field} may not hold a tab. Put a space there."),
    "spaces": words("{field} may not hold five spaces in a row. Take some out."),
    "formatting": words(
        "{field} shows formatting marks such as * as they are. Take them out unless you want that."
    ),
    # Numbers
    "phone_plus": words("{field} must begin with + and the country code, like +12025550123."),
    "phone_signs": words("{field} may hold only digits after the +. Take “{found}” out."),
    "phone_zero": words(
        "{field} must have the country code after the +, which never starts with 0."
    ),
    "phone_short": words("{field} has {count} digits; at least {least} are needed. Check it."),
    "phone_long": words("{field} has {count} digits; {most} are the most. Check it."),
    "phone_placeholder": words(
        "{field} is still the placeholder {found}. Put the real number there."
    ),
    "phone_trunk": words(
        "The 0 after the country code is probably too much. Check whether {fit} is meant."
    ),
    "phone_repeated": words(
        "This number gets the same message twice in this request. Remove one of them."
    ),
    # Media
    "media_missing": words("{field} is empty. Give a link or a media ID."),
    "media_both": words("There is a link and a media ID. Keep one of them."),
    "not_link": words(
        "{field} is not a web address. It must look like https://example.com/file, without spaces."
    ),
    "caption_template": words("A template's header takes no caption. Take the caption out."),
    "filename": words("Only a document can have a file name. Take the file name out."),
    # Templates
    "template_name": words(
        "Template name may hold only small letters a to z, digits and _. Write it as in InOne."
    ),
    "language_shape": words("“{found}” is not a language code. Choose one, like en, tr or pt_BR."),
    "policy_missing": words("The language policy is missing. “deterministic” will be sent."),
    "policy": words("The language policy must be “deterministic”. Write that there."),
    "components_missing": words("“components” is missing. An empty list will be sent."),
    "component_type": words(
        "“{kind}” is not a component of a template. Use header, body or button."
    ),
    "component_twice": words("A template has one {kind}, and this is a second one. Remove it."),
    "header_one": words("The header takes exactly one value and has {count}. Correct it."),
    "header_format": words("“{kind}” is not a kind of header. Use text, image, video or document."),
    "header_audio": words("A header cannot be audio. Use text, image, video or document."),
    "parameter_type": words("“{kind}” does not belong here. Use {wanted}."),
    "button_kind": words("“{kind}” is not a kind of button. Use quick_reply, url or phone_number."),
    "button_one": words("{field}: a button takes exactly one value and has {count}. Correct it."),
    "button_index": words('{field} must be a text from "0" to "9": its place in the template.'),
    "button_index_twice": words(
        "{field}: another button already has the place {index}. Choose another one."
    ),
    "buttons_many": words(
        "A template has at most {most} buttons, and here are {count}. Remove some."
    ),
    "buttons_url": words("A template has at most {most} link buttons. Remove this one."),
    "buttons_url_two": words(
        "This is a second link button. It is refused unless the template has two: check that in"
        " InOne."
    ),
    "buttons_phone": words("A template has at most {most} phone button. Remove this one."),
    "url_signs": words(
        "{field} holds spaces or letters that an address cannot have. Write them as %20 and so on."
    ),
    # A template whose wording is known
    "language_other": words(
        "The wording of {name} is known here only in {languages}. Check the language, or import"
        " its wording in this one."
    ),
    "template_beyond": words(
        "The template has {part}, whose values this program cannot send: it will probably be"
        " refused."
    ),
    "template_names": words(
        "The template's placeholders have names, but values are sent by their order, without"
        " names: it may be refused."
    ),
    "slot_missing": words("{field} is missing: the template takes it. Fill it in."),
    "slot_extra": words(
        "{field} has no place in the wording known here, which takes {wanted}. Remove it, or"
        " bring the wording up to date."
    ),
    "header_unwanted": words(
        "The wording known here takes no header value. Choose None, or bring the wording up to"
        " date."
    ),
    "header_other": words(
        "The header of the wording known here takes {wanted}. Choose that, or bring the wording up"
        " to date."
    ),
    "button_unwanted": words(
        "The wording known here has no button at this place that takes such a value. Remove it,"
        " or bring the wording up to date."
    ),
    "url_whole": words(
        "{field} is a whole address, but the link begins with {base} already. Type only what"
        " comes after that."
    ),
    "url_slashes": words("The link would have // in it: {base} ends with a slash. Take one out."),
    # Reply buttons
    "interactive_type": words("“type” must be “button” here. Write that there."),
    "reply_none": words("There is no button. Add one to three."),
    "reply_many": words("There may be {most} buttons, and here are {count}. Remove some."),
    "reply_type": words("The type of a button must be “reply”. Write that there."),
    "reply_twice": words("{field} is the same as that of another button. Change one of them."),
    "reply_id_ends": words("{field} may not begin or end with a space. Take it out."),
}
