// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/status/SavedCard.h"

#include "gui/look/ElidedLabel.h"
#include "gui/text/Numbers.h"
#include "gui/text/PlainText.h"
#include "gui/text/StatusText.h"

#include <QMouseEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace manometer::gui {

SavedCard::SavedCard(QWidget *parent)
    : Card(tr("Time saved"), parent)
    , m_saved(new ElidedLabel(tr("Time that answers of exiftool from the cache saved"), 1, this))
    , m_by(new ElidedLabel(tr("Answers from the cache"), 1, this))
    , m_for(new ElidedLabel(tr("Programs that gained most"), 1, this))
{
    auto *caption = new ElidedLabel(tr("Time saved"), 1, this);
    caption->put(tr("Time saved today"));
    m_saved->setObjectName(u"saved"_s);
    m_saved->setFont(figureFont());
    m_by->setObjectName(u"savedBy"_s);
    m_for->setObjectName(u"savedFor"_s);
    QVBoxLayout *lines = makeLines();
    for (ElidedLabel *label : {caption, m_saved, m_by, m_for})
        lines->addWidget(label);
    lines->addStretch(1);
    setCursor(Qt::PointingHandCursor);
    text::setToolTip(
        this, tr("The shares of the programs are since the start. Click to show all of them (Ctrl+5)"));
}

void SavedCard::setCompact(bool compact)
{
    m_for->setVisible(!compact);
}

void SavedCard::show(const Savings &today, const views::AnswerUse &answers)
{
    const auto milliseconds = static_cast<qint64>(today.microseconds / 1000);
    m_saved->put(milliseconds == 0 ? tr("none yet", "time saved") : text::total(milliseconds));
    m_by->put(answers.hits == 0 && today.hits == 0 ? tr("for programs that call manometer-exiftool")
                                                   : text::hits(today.hits));
    m_for->put(text::savedFor(answers));
}

void SavedCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit programsRequested();
}

} // namespace manometer::gui
