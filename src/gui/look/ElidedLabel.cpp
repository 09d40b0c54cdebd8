// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/ElidedLabel.h"

#include "gui/text/PlainText.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>
#include <utility>

namespace manometer::gui {

ElidedLabel::ElidedLabel(const QString &accessibleName, int lines, QWidget *parent)
    : QLabel(parent)
    , m_lines(lines)
{
    setTextFormat(Qt::PlainText);
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // of one line, in the middle of its height
}

void ElidedLabel::put(const QString &words, const QString &more)
{
    if (text() == words && m_more == more)
        return;
    if (text() != words)
        setText(words);
    m_more = more;
    text::setToolTip(this, more.isEmpty() ? words : words + u'\n' + more);
}

void ElidedLabel::setInk(const QColor &ink)
{
    QPalette inked = palette();
    if (inked.color(QPalette::WindowText) == ink)
        return;
    inked.setColor(QPalette::WindowText, ink);
    setPalette(inked);
}

void ElidedLabel::setLines(int lines)
{
    if (std::exchange(m_lines, lines) == lines)
        return;
    updateGeometry();
    update();
}

void ElidedLabel::setLeastCharacters(int count)
{
    m_leastCharacters = count;
    updateGeometry();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const int width = metrics.horizontalAdvance(text()) + 2;
    return {m_lines == 1 ? width : std::min(width, minimumSizeHint().width() * 4),
            metrics.height() + (m_lines - 1) * metrics.lineSpacing()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {std::min(metrics.horizontalAdvance(text()) + 2, m_leastCharacters * metrics.averageCharWidth()),
            metrics.height() + (m_lines - 1) * metrics.lineSpacing()};
}

QStringList ElidedLabel::shownLines() const
{
    const QFontMetrics metrics = fontMetrics();
    QStringList lines;
    QTextLayout layout(text(), font());
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width());
        const bool isLast = lines.size() == m_lines - 1;
        // What is left of the text, all in the last line.
        const QString words =
            isLast ? text().mid(line.textStart()) : text().mid(line.textStart(), line.textLength()).trimmed();
        lines += isLast ? metrics.elidedText(words, Qt::ElideRight, width()) : words;
        if (isLast)
            break;
    }
    layout.endLayout();
    return lines;
}

bool ElidedLabel::isWhole() const
{
    const QStringList lines = shownLines();
    return lines.isEmpty() || text().endsWith(lines.back());
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    const int alignment =
        QStyle::visualAlignment(layoutDirection(), this->alignment() & Qt::AlignHorizontal_Mask);
    const QStringList lines = shownLines();
    const auto count = static_cast<int>(lines.size());
    int y = m_lines > 1 ? 0 : std::max(0, (height() - count * fontMetrics().height()) / 2);
    for (const QString &line : lines) {
        painter.drawText(QRect(0, y, width(), fontMetrics().height()),
                         alignment | Qt::AlignVCenter | Qt::AlignAbsolute, line);
        y += fontMetrics().lineSpacing();
    }
}

} // namespace manometer::gui
