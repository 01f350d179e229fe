#!/usr/bin/env bash
# The disk image for macOS, from the frozen "dist/WA Composer.app". NOT RUN HERE: written on Linux.
#
#     bash packaging/macos/build-dmg.sh
#
# For an image that opens without a warning elsewhere, freeze and run this with
#   WA_COMPOSER_SIGN_IDENTITY   "Developer ID Application: NAME (TEAM)", in the keychain
#   WA_COMPOSER_NOTARY_PROFILE  what `xcrun notarytool store-credentials` was told to call it
# Without them the app is signed for this machine alone, and the image not at all.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
APP="dist/WA Composer.app"
[ -d "$APP" ] || { echo "Freeze first: there is no $APP" >&2; exit 1; }
VERSION="$(plutil -extract CFBundleShortVersionString raw "$APP/Contents/Info.plist")"
DMG="dist/wa-composer-$VERSION-macos-$(uname -m).dmg"
IDENTITY="${WA_COMPOSER_SIGN_IDENTITY:-}"
PROFILE="${WA_COMPOSER_NOTARY_PROFILE:-}"
STAGE="$(mktemp -d "${TMPDIR:-/tmp}/wa-composer-dmg.XXXXXX")"
trap 'rm -rf "$STAGE"' EXIT

if [ -n "$IDENTITY" ]; then
    # The freezer has signed each library; the bundle around them is signed last.
    codesign --force --options runtime --timestamp --sign "$IDENTITY" \
        --entitlements packaging/macos/entitlements.plist "$APP"
fi
codesign --verify --deep --strict "$APP"

ditto "$APP" "$STAGE/WA Composer.app"
ln -s /Applications "$STAGE/Applications"
hdiutil create -quiet -volname "WA Composer $VERSION" -srcfolder "$STAGE" -fs HFS+ \
    -format ULFO -ov "$DMG"

if [ -n "$IDENTITY" ]; then
    codesign --timestamp --sign "$IDENTITY" "$DMG"
fi
if [ -n "$PROFILE" ]; then
    xcrun notarytool submit "$DMG" --keychain-profile "$PROFILE" --wait
    xcrun stapler staple "$DMG"
    spctl --assess --type open --context context:primary-signature --verbose "$DMG"
fi
echo "$DMG"
