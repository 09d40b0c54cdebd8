// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/notice/NoticeBar.h"

#include "gui/look/Card.h"
#include "gui/look/ElidedLabel.h"
#include "gui/text/Numbers.h"
#include "gui/text/PlainText.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

constexpr int narrow = 440;      // below that, the time left is shown without its words
constexpr int leastBeside = 360; // for a notice beside the draft, otherwise it stands below it

// As low as its text allows: the chart's event marks begin below the bar.
void makeLow(QPushButton *button)
{
    button->setMaximumHeight(button->fontMetrics().height() + 6);
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new ElidedLabel(tr("Last action"), 1, this))
    , m_time(text::plainLabel({}, this))
    , m_undo(new QPushButton(this))
    , m_keep(new QPushButton(this))
{
    setObjectName(u"noticeBar"_s);
    setAccessibleName(tr("Last action"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    m_text->setInk(palette().color(QPalette::ToolTipText));
    m_text->setObjectName(u"noticeText"_s);
    m_time->setForegroundRole(QPalette::ToolTipText);
    m_time->setAccessibleName(tr("Time left to undo"));
    m_undo->setObjectName(u"noticeUndo"_s);
    m_keep->setObjectName(u"noticeKeep"_s);
    m_undo->setAccessibleName(tr("Undo the action"));
    m_keep->setAccessibleName(tr("Keep the change"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Card::grid, 1, 2, 1);
    layout->setSpacing(Card::grid / 2);
    makeLow(m_undo);
    makeLow(m_keep);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_time);
    layout->addWidget(m_undo);
    layout->addWidget(m_keep);
    connect(m_undo, &QPushButton::clicked, this, &NoticeBar::undo);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        if (m_notice)
            finish(m_notice->keep);
    });
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_left -= 1s;
        if (m_left <= 0s)
            end();
        else
            showTime();
    });
    hide();
}

void NoticeBar::placeOver(const Place &place)
{
    m_place = place;
    for (QWidget *each : {place.over, place.first})
        each->installEventFilter(this);
}

void NoticeBar::place()
{
    if (!m_place)
        return;
    constexpr int gap = Card::grid / 2;
    const QRect room = m_place->over->rect().adjusted(gap, 1, -gap, -gap);
    const QRect first = m_place->first->geometry();
    QRect available = room;
    if (!m_place->first->isHidden() && first.left() - gap - room.left() >= leastBeside) {
        available.setRight(first.left() - gap - 1);
    } else if (!m_place->first->isHidden()) {
        available.setTop(first.bottom() + 1);
        available.setRight(std::min(room.right(), m_place->rightBelow() - gap));
    }
    if (const bool isNarrow = available.width() < narrow; isNarrow != m_isNarrow && m_notice) {
        m_isNarrow = isNarrow;
        showTime();
    }
    layout()->activate();
    const QSize hint = sizeHint();
    setGeometry(available.left(), available.top(), std::min(hint.width(), available.width()), hint.height());
    raise();
}

bool NoticeBar::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide:
        if (m_notice)
            place();
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

void NoticeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_text->setInk(palette().color(QPalette::ToolTipText));
    QFrame::changeEvent(event);
}

void NoticeBar::present(Notice notice)
{
    end();
    m_notice = std::move(notice);
    m_left = m_notice->lasts;
    m_text->put(m_notice->text);
    m_undo->setText(m_notice->undoText);
    m_undo->setAccessibleName(m_notice->undoText);
    m_undo->setVisible(static_cast<bool>(m_notice->undo));
    m_keep->setText(m_notice->keepText);
    m_keep->setAccessibleName(m_notice->keepText);
    showTime();
    m_second.start();
    place();
    show();
    emit stepChanged();
}

void NoticeBar::offerRevert(const QString &text, const QString &undoText, const std::function<void()> &revert,
                            Change change, const QObject *of)
{
    present({.text = text,
             .undoText = undoText,
             .undo = revert,
             .keepText = tr("Keep"),
             .keep = [this] { emit changeKept(); },
             .lasts = std::chrono::seconds(60),
             .timeOut = change == Change::Wide ? revert : [] {},
             .change = change,
             .of = of});
    if (change == Change::Narrow)
        emit changeKept();
}

void NoticeBar::restate(const QString &text)
{
    if (!m_notice)
        return;
    m_notice->text = text;
    m_text->put(text);
    place();
}

void NoticeBar::end()
{
    if (m_notice)
        finish(m_notice->timeOut ? m_notice->timeOut : m_notice->keep);
}

void NoticeBar::withdraw()
{
    finish({});
}

void NoticeBar::forgetStep()
{
    if (m_notice)
        m_notice->step.clear();
    emit stepChanged();
}

void NoticeBar::undo()
{
    if (m_notice)
        finish(m_notice->undo);
}

void NoticeBar::finish(const std::function<void()> &action)
{
    // The action may present the next notice.
    const std::function<void()> last = action;
    m_second.stop();
    m_notice.reset();
    hide();
    emit stepChanged();
    if (last)
        last();
}

void NoticeBar::showTime()
{
    const QString left = text::duration(std::chrono::milliseconds(m_left).count());
    const QString words = !m_notice->change                   ? left
                          : *m_notice->change == Change::Wide ? tr("Reverts in %1").arg(left)
                                                              : tr("Kept after %1").arg(left);
    m_time->setText(m_isNarrow ? left : words);
    text::setToolTip(m_time, words);
}

} // namespace manometer::gui
