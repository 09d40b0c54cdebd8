// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rehearsal/CacheRehearsalBar.h"

#include "gui/look/Card.h"
#include "gui/look/ElidedLabel.h"
#include "gui/look/Icons.h"
#include "gui/rehearsal/Rehearsal.h"
#include "gui/text/PlainText.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace manometer::gui {

CacheRehearsalBar::CacheRehearsalBar(views::MonitorView *monitor, QWidget *parent)
    : QFrame(parent)
    , m_icon(text::plainLabel({}, this))
    , m_note(new ElidedLabel(tr("Rehearsal on this cache"), 1, this))
    , m_stop(new QPushButton(tr("Stop"), this))
{
    setObjectName(u"cacheRehearsalBar"_s);
    setAccessibleName(tr("Rehearsal on this cache"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    m_icon->setAccessibleName(tr("Rehearsal on this cache"));
    m_note->setObjectName(u"cacheRehearsalNote"_s);
    m_stop->setObjectName(u"cacheRehearsalStop"_s);
    m_stop->setAccessibleName(tr("Stop the rehearsal"));
    text::setToolTip(m_stop, tr("The limit is that of the machine's own level again at once"));
    Card::makeLow(m_stop);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 1, 2, 1);
    layout->addWidget(m_icon);
    layout->addWidget(m_note, 1);
    layout->addWidget(m_stop);
    connect(m_stop, &QPushButton::clicked, this, &CacheRehearsalBar::stopRequested);
    connect(monitor, &views::MonitorView::statusChanged, this, &CacheRehearsalBar::show);
    followPalette();
    show(monitor->status());
}

void CacheRehearsalBar::setReadOnly(bool isReadOnly)
{
    m_stop->setVisible(!isReadOnly);
}

void CacheRehearsalBar::show(const views::MonitorStatus &status)
{
    if (status.rehearsal) {
        m_whole = text::cacheRehearsalNote(status);
        m_short = text::shortCacheRehearsalNote(status);
        write();
    }
    setVisible(status.rehearsal.has_value());
}

void CacheRehearsalBar::write()
{
    if (fontMetrics().horizontalAdvance(m_whole) + 2 <= m_note->width())
        m_note->put(m_whole);
    else
        m_note->put(m_short, m_whole);
}

void CacheRehearsalBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        followPalette();
}

void CacheRehearsalBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    layout()->activate(); // for the width of the note
    write();
}

void CacheRehearsalBar::followPalette()
{
    m_note->setInk(palette().color(QPalette::ToolTipText));
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(actionIcon(u"resume"_s).pixmap(QSize(size, size), devicePixelRatioF()));
}

} // namespace manometer::gui
