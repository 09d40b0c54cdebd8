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

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

constexpr int leastCharacters = 12; // of the text; what it is about is in its first words

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
    m_time->setObjectName(u"noticeTime"_s);
    m_time->setForegroundRole(QPalette::ToolTipText);
    m_time->setAccessibleName(tr("Time left to undo"));
    m_undo->setObjectName(u"noticeUndo"_s);
    m_keep->setObjectName(u"noticeKeep"_s);
    m_undo->setAccessibleName(tr("Undo the action"));
    m_keep->setAccessibleName(tr("Keep the change"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Card::grid, 1, 2, 1);
    layout->setSpacing(Card::grid / 2);
    Card::makeLow(m_undo);
    Card::makeLow(m_keep);
    m_text->setLeastCharacters(leastCharacters);
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
    m_outcome.clear();
    showText();
    m_undo->setText(m_notice->undoText);
    m_undo->setAccessibleName(m_notice->undoText);
    m_undo->setVisible(static_cast<bool>(m_notice->undo));
    m_keep->setText(m_notice->keepText);
    m_keep->setAccessibleName(m_notice->keepText);
    showTime();
    m_second.start();
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
    showText();
}

void NoticeBar::setOutcome(const QString &sentence)
{
    m_outcome = sentence;
    if (m_notice)
        showText();
}

void NoticeBar::showText()
{
    // First what is new: the end is elided where there is little room.
    m_text->put(m_outcome.isEmpty() ? m_notice->text : m_outcome + u' ' + m_notice->text);
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
    emit ended();
    if (last)
        last();
}

void NoticeBar::showTime()
{
    const QString left = text::duration(std::chrono::milliseconds(m_left).count());
    const QString words = !m_notice->change                   ? left
                          : *m_notice->change == Change::Wide ? tr("Reverts in %1").arg(left)
                                                              : tr("Kept after %1").arg(left);
    m_time->setText(words);
}

} // namespace manometer::gui
