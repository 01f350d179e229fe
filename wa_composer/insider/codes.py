"""Error codes worth a sentence of their own: Insider's, and those that Meta passes through.

The list is the API document's section 2; an unknown code falls to the sentence of its status.
"""

from __future__ import annotations

from dataclasses import dataclass

from wa_composer.message.words import Words, words


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a code means, and what the person can do."""

    reason: Words
    action: Words


_LATER = words("Wait a while, then send again.")
_TEMPLATE = words("Compare it with the approved template in InOne, then send again.")
_ACCOUNT = words("Ask the administrator of the WhatsApp account in Meta's Business Manager.")
_NOTHING = words("Do not send it again to this number now.")
_MEDIA = words("Check the link, the type and the size of the file, or use another file.")

_TEMPLATE_VALUES = Sentence(
    words("The values do not fit the template: their number or their kind is another."), _TEMPLATE
)

SENTENCES: dict[str, Sentence] = {
    # Insider
    "2020": Sentence(words("Insider is under maintenance."), _LATER),
    "20030": Sentence(
        words("Insider does not allow messages to this country on this account."),
        words("Ask Insider to allow the country, or take the number out."),
    ),
    "20031": Sentence(
        words("The limit of the trial account is reached."),
        words("Ask Insider to lift the limit of the account."),
    ),
    # Meta: general
    "100": Sentence(
        words("WhatsApp found a value in the message that it does not accept."),
        words("Read the server's own words, correct the value, then send again."),
    ),
    # Meta: rates
    "130429": Sentence(words("Too many messages went out from this number at once."), _LATER),
    "131056": Sentence(
        words("Too many messages went from this number to this recipient in a short time."), _LATER
    ),
    "131048": Sentence(
        words("WhatsApp limits this sender number, because earlier messages were marked as spam."),
        words("Look at the number's quality in Meta's Business Manager before sending more."),
    ),
    # Meta: the recipient
    "131026": Sentence(
        words("This recipient cannot be reached on WhatsApp."),
        words("Check the number; it may have no WhatsApp, or an old version of it."),
    ),
    "131047": Sentence(
        words("The recipient did not write in the last 24 hours."),
        words("Send a template instead; it may be sent at any time."),
    ),
    "131049": Sentence(
        words("WhatsApp holds back marketing messages to this recipient for now."), _NOTHING
    ),
    "131050": Sentence(
        words("The recipient does not want marketing messages from this sender."), _NOTHING
    ),
    # Meta: media
    "131051": Sentence(
        words("WhatsApp does not support this kind of message."),
        words("Choose another type of message or header."),
    ),
    "131052": Sentence(words("WhatsApp could not fetch the media file."), _MEDIA),
    "131053": Sentence(words("WhatsApp could not use the media file."), _MEDIA),
    # Meta: templates
    "132000": _TEMPLATE_VALUES,
    "132001": Sentence(
        words("There is no approved template of this name in this language."), _TEMPLATE
    ),
    "132005": Sentence(
        words("With these values the template's text becomes too long."),
        words("Shorten the values, then send again."),
    ),
    "132007": Sentence(
        words("The template's content breaks a rule of WhatsApp."),
        words("Use another template, or have this one changed and approved again."),
    ),
    "132012": _TEMPLATE_VALUES,
    "132015": Sentence(
        words("The template is paused, because too many recipients complained about it."),
        words("Use another template until WhatsApp lets this one go on."),
    ),
    "132016": Sentence(
        words("The template was switched off for good, after it was paused too often."),
        words("Use another template."),
    ),
    "132018": Sentence(
        words("A value of the template holds a line break, a tab or many spaces in a row."),
        words("Write the value on one line with single spaces, then send again."),
    ),
    # Meta: the account
    "131042": Sentence(words("Meta cannot charge the account for this message."), _ACCOUNT),
    "131031": Sentence(words("Meta has locked the WhatsApp account."), _ACCOUNT),
    "368": Sentence(words("Meta has blocked the account for breaking a rule, for now."), _ACCOUNT),
}
