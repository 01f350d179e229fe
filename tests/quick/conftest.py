"""Where enumerations are left to the library there is nothing to compare."""

from wa_composer.quick import enums

collect_ignore = [] if enums.fits() else ["test_enums.py"]
