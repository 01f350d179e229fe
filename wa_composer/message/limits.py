"""Every limit once, as plain numbers: forms read it before pydantic is imported.

Lengths are in characters (code points). Sources: Insider One's WhatsApp Conversational API for
what its page states, the WhatsApp Cloud API of Meta for the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

BODY_MAX = 1024
HEADER_TEXT_MAX = 60
FOOTER_MAX = 60
CAPTION_MAX = 1024
REPLY_TITLE_MAX = 20
REPLY_ID_MAX = 256
REPLY_BUTTONS_MAX = 3
PAYLOAD_MAX = 256
TEMPLATE_NAME_MAX = 512
TEMPLATE_BUTTONS_MAX = 10
TEMPLATE_BUTTONS_READ = 20
"""Buttons of a definition that are shown and checked one by one; no template has so many."""
TEMPLATE_URL_BUTTONS_MAX = 2
TEMPLATE_PHONE_BUTTONS_MAX = 1
TEMPLATE_LABEL_MAX = 25
TEMPLATE_LINK_MAX = 2000
TEMPLATE_PHONE_MAX = 20
TEMPLATE_CODE_MAX = 15
TEMPLATE_CATEGORIES = ("MARKETING", "UTILITY", "AUTHENTICATION")
BUTTON_INDEX_MAX = 9
SPACES_MAX = 4
"""Longest run of spaces that a template parameter may hold (Meta, error 132018)."""

PHONE_MIN = 7
PHONE_MAX = 15
"""Digits of a phone number after the plus sign."""

REQUEST_SECONDS = 30
FILE_BYTES_MAX = 10 * 1024 * 1024
FILE_DEPTH_MAX = 64
"""Levels of nesting that a file may have; a real message has about ten."""

POLICY = "deterministic"
HEADER_FORMATS = ("text", "image", "video", "document")
MEDIA_FORMATS = ("image", "video", "document")
BUTTON_KINDS = ("quick_reply", "url", "phone_number")
MESSAGE_KINDS = ("template", "interactive", "image")


@dataclass(frozen=True, slots=True)
class MediaRule:
    """What WhatsApp takes of one kind of media: MIME types, most bytes, a hint for people."""

    types: tuple[str, ...]
    most_bytes: int
    hint: str


_MIB = 1024 * 1024
PICTURE_SIDE_MOST = 20_000
PICTURE_PIXELS_MOST = 50_000_000
"""What the program itself decodes: a file of some kilobytes may unpack to gigabytes."""

_OFFICE = "application/vnd.openxmlformats-officedocument."

MEDIA: dict[str, MediaRule] = {
    "image": MediaRule(("image/jpeg", "image/png"), 5 * _MIB, "JPEG or PNG, at most 5 MB"),
    "video": MediaRule(("video/mp4", "video/3gpp"), 16 * _MIB, "MP4 or 3GP, at most 16 MB"),
    "audio": MediaRule(
        ("audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg"),
        16 * _MIB,
        "MP4, MP3, AMR or OGG, at most 16 MB",
    ),
    "document": MediaRule(
        (
            "text/plain",
            "application/pdf",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            _OFFICE + "wordprocessingml.document",
            _OFFICE + "spreadsheetml.sheet",
            _OFFICE + "presentationml.presentation",
        ),
        100 * _MIB,
        "PDF, text or Office file, at most 100 MB",
    ),
}

LANGUAGES: tuple[tuple[str, str], ...] = (
    ("af", "Afrikaans"),
    ("sq", "Albanian"),
    ("ar", "Arabic"),
    ("ar_EG", "Arabic (Egypt)"),
    ("ar_AE", "Arabic (UAE)"),
    ("ar_LB", "Arabic (Lebanon)"),
    ("ar_MA", "Arabic (Morocco)"),
    ("ar_QA", "Arabic (Qatar)"),
    ("az", "Azerbaijani"),
    ("be_BY", "Belarusian"),
    ("bn", "Bengali"),
    ("bn_IN", "Bengali (India)"),
    ("bg", "Bulgarian"),
    ("ca", "Catalan"),
    ("zh_CN", "Chinese (China)"),
    ("zh_HK", "Chinese (Hong Kong)"),
    ("zh_TW", "Chinese (Taiwan)"),
    ("hr", "Croatian"),
    ("cs", "Czech"),
    ("da", "Danish"),
    ("prs_AF", "Dari"),
    ("nl", "Dutch"),
    ("nl_BE", "Dutch (Belgium)"),
    ("en", "English"),
    ("en_GB", "English (UK)"),
    ("en_US", "English (US)"),
    ("en_AE", "English (UAE)"),
    ("en_AU", "English (Australia)"),
    ("en_CA", "English (Canada)"),
    ("en_GH", "English (Ghana)"),
    ("en_IE", "English (Ireland)"),
    ("en_IN", "English (India)"),
    ("en_JM", "English (Jamaica)"),
    ("en_MY", "English (Malaysia)"),
    ("en_NZ", "English (New Zealand)"),
    ("en_QA", "English (Qatar)"),
    ("en_SG", "English (Singapore)"),
    ("en_UG", "English (Uganda)"),
    ("en_ZA", "English (South Africa)"),
    ("et", "Estonian"),
    ("fil", "Filipino"),
    ("fi", "Finnish"),
    ("fr", "French"),
    ("fr_BE", "French (Belgium)"),
    ("fr_CA", "French (Canada)"),
    ("fr_CH", "French (Switzerland)"),
    ("fr_CI", "French (Ivory Coast)"),
    ("fr_MA", "French (Morocco)"),
    ("ka", "Georgian"),
    ("de", "German"),
    ("de_AT", "German (Austria)"),
    ("de_CH", "German (Switzerland)"),
    ("el", "Greek"),
    ("gu", "Gujarati"),
    ("ha", "Hausa"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hu", "Hungarian"),
    ("id", "Indonesian"),
    ("ga", "Irish"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("kn", "Kannada"),
    ("kk", "Kazakh"),
    ("rw_RW", "Kinyarwanda"),
    ("ko", "Korean"),
    ("ky_KG", "Kyrgyz"),
    ("lo", "Lao"),
    ("lv", "Latvian"),
    ("lt", "Lithuanian"),
    ("mk", "Macedonian"),
    ("ms", "Malay"),
    ("ml", "Malayalam"),
    ("mr", "Marathi"),
    ("nb", "Norwegian"),
    ("ps_AF", "Pashto"),
    ("fa", "Persian"),
    ("pl", "Polish"),
    ("pt_BR", "Portuguese (Brazil)"),
    ("pt_PT", "Portuguese (Portugal)"),
    ("pa", "Punjabi"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("sr", "Serbian"),
    ("si_LK", "Sinhala"),
    ("sk", "Slovak"),
    ("sl", "Slovenian"),
    ("es", "Spanish"),
    ("es_AR", "Spanish (Argentina)"),
    ("es_CL", "Spanish (Chile)"),
    ("es_CO", "Spanish (Colombia)"),
    ("es_CRI", "Spanish (Costa Rica)"),
    ("es_DO", "Spanish (Dominican Republic)"),
    ("es_EC", "Spanish (Ecuador)"),
    ("es_HN", "Spanish (Honduras)"),
    ("es_MX", "Spanish (Mexico)"),
    ("es_PA", "Spanish (Panama)"),
    ("es_PE", "Spanish (Peru)"),
    ("es_ES", "Spanish (Spain)"),
    ("es_UY", "Spanish (Uruguay)"),
    ("sw", "Swahili"),
    ("sv", "Swedish"),
    ("ta", "Tamil"),
    ("te", "Telugu"),
    ("th", "Thai"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("uz", "Uzbek"),
    ("vi", "Vietnamese"),
    ("zu", "Zulu"),
)
