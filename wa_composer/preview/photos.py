"""Draws decoded pictures into their places, cut around the middle, with round corners."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPixmap, QPixmapCache

from wa_composer.preview.shapes import Photo

Images = Mapping[str, QImage]
NO_IMAGES: Images = MappingProxyType({})


def draw(painter: QPainter, item: Photo, images: Images) -> None:
    """Draws the picture into its box; nothing when it is not among `images`.

    Scaling it costs some milliseconds, so the result is kept in Qt's own cache of pixmaps.
    """
    image = images.get(item.key)
    if image is None or image.isNull():
        return
    density = max(1.0, painter.deviceTransform().m11())
    size = QSize(round(item.width * density), round(item.height * density))
    key = f"wa-composer-photo-{image.cacheKey()}-{size.width()}-{size.height()}"
    fitted = QPixmap()
    if not QPixmapCache.find(key, fitted):
        fitted = _fitted(image, size, item.radius * density)
        QPixmapCache.insert(key, fitted)
    place = QRectF(item.x, item.y, item.width, item.height)
    painter.drawPixmap(place, fitted, QRectF(fitted.rect()))


def _fitted(image: QImage, size: QSize, radius: float) -> QPixmap:
    cut = image.copy(middle(image.size(), size))
    scaled = cut.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    fitted = QPixmap(size)
    fitted.fill(Qt.GlobalColor.transparent)
    painter = QPainter(fitted)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(scaled))
    painter.drawRoundedRect(QRectF(fitted.rect()), radius, radius)
    painter.end()
    return fitted


def middle(size: QSize, shape: QSize) -> QRect:
    """The largest part of `size` that has the proportions of `shape`, around the middle."""
    wide = min(size.width(), round(size.height() * shape.width() / max(1, shape.height())))
    high = min(size.height(), round(size.width() * shape.height() / max(1, shape.width())))
    wide, high = max(1, wide), max(1, high)
    return QRect((size.width() - wide) // 2, (size.height() - high) // 2, wide, high)
