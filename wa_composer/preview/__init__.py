"""What a message looks like on the customer's phone: message -> scene -> placed boxes -> painter.

Three steps, each usable alone; only the last two need Qt (QtCore and QtGui, a QGuiApplication):

    from wa_composer.preview import layout, paint, scene, theme
    from wa_composer.preview.fonts import Fonts

    fonts = Fonts()                                   # once per window; files are read on first use
    built = scene.build(message, definition, scene.View(side="customer", time="10:24"))
    placed = layout.layout(built, width, fonts)       # width of the chat column, device-independent
    ...                                               # keep `placed` until text or width change
    paint.chat(painter, rect, [placed], theme.LIGHT)  # ground and bubbles, where they meet rect

`placed.height` is the height to scroll over, `placed.boxes` says which part lies where
(`placed.part_at(x, y)` for a click), and `scene.describe(built)` is the text of the whole picture
for assistive technology. `picture.render` and `picture.save_png` do all of it without a window.
"""
