// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rehearsal/RehearsalBar.h"

#include "gui/look/ElidedLabel.h"
#include "gui/look/Icons.h"
#include "gui/text/PlainText.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace manometer::gui {

RehearsalBar::RehearsalBar(const Rehearsal &rehearsal, QWidget *parent)
    : QFrame(parent)
    , m_rehearsal(rehearsal)
    , m_icon(text::plainLabel({}, this))
    , m_note(new ElidedLabel(text::rehearsalNote(rehearsal), 1, this))
{
    setObjectName(u"rehearsalBar"_s);
    setAccessibleName(tr("Rehearsal"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    m_icon->setAccessibleName(tr("Rehearsal"));
    m_note->setObjectName(u"rehearsalNote"_s);
    m_note->put(text::rehearsalNote(rehearsal));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->addWidget(m_icon);
    layout->addWidget(m_note, 1);
    followPalette();
}

QPixmap RehearsalBar::picture(int width) const
{
    RehearsalBar head(m_rehearsal);
    head.setPalette(palette());
    head.setLayoutDirection(layoutDirection());
    head.resize(width, head.sizeHint().height());
    return head.grab();
}

void RehearsalBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        followPalette();
}

void RehearsalBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const QString whole = text::rehearsalNote(m_rehearsal);
    const int margins =
        width() - contentsRect().width() + 2 * 8 + m_icon->sizeHint().width() + layout()->spacing();
    if (fontMetrics().horizontalAdvance(whole) + 2 <= width() - margins)
        m_note->put(whole);
    else
        m_note->put(text::shortRehearsalNote(m_rehearsal), whole);
}

void RehearsalBar::followPalette()
{
    m_note->setInk(palette().color(QPalette::ToolTipText));
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(actionIcon(u"resume"_s).pixmap(QSize(size, size), devicePixelRatioF()));
}

} // namespace manometer::gui
