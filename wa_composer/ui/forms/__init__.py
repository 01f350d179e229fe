"""A form for each type of message, found by the type's name. Imports no pydantic, no network."""

from __future__ import annotations

from wa_composer.ui.forms.base import MessageForm
from wa_composer.ui.forms.image_form import ImageForm
from wa_composer.ui.forms.interactive_form import InteractiveForm
from wa_composer.ui.forms.template_form import TemplateForm
from wa_composer.ui.forms.unknown_form import UnknownForm

__all__ = [
    "FORMS",
    "ImageForm",
    "InteractiveForm",
    "MessageForm",
    "TemplateForm",
    "UnknownForm",
    "register",
]

FORMS: dict[str, type[MessageForm]] = {}


def register(form: type[MessageForm]) -> type[MessageForm]:
    """Make a form the one for its kind of message."""
    FORMS[form.kind] = form
    return form


for _form in (TemplateForm, InteractiveForm, ImageForm):
    register(_form)
