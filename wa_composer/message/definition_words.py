"""What is said of the parts of a template that no picture here shows."""

from __future__ import annotations

from wa_composer.message.words import Words, words

_SENTENCES = {
    "carousel": words("Its carousel of cards is not drawn here."),
    "limited_time_offer": words("The offer with its time limit is not drawn here."),
    "location": words("The map in its header is not drawn here."),
    "product": words("The product in its header is not drawn here."),
    "authentication": words(
        "WhatsApp supplies the text of its verification code; it is not known."
    ),
    "otp": words("What its button for the code does is not drawn here."),
    "flow": words("The form that its button opens is not drawn here."),
    "catalog": words("The catalogue that its button opens is not drawn here."),
    "mpm": words("The products that its button opens are not drawn here."),
    "spm": words("The product that its button opens is not drawn here."),
    "header": words("A part of its header could not be read and is not drawn."),
    "body": words("A part of its body could not be read and is not drawn."),
    "footer": words("A part of its footer could not be read and is not drawn."),
    "buttons": words("A part of its buttons could not be read and is not drawn."),
    "components": words("A part of it could not be read and is not drawn."),
}


def undrawn_words(kind: str) -> Words:
    """Return the sentence for one of `Definition.undrawn`, also for a kind nobody knows."""
    known = _SENTENCES.get(kind)
    return known or words("“{kind}” in it is unknown here and not drawn.", kind=kind)
