// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/thresholds/DraftBar.h"

#include "gui/look/Card.h"
#include "gui/look/ElidedLabel.h"
#include "gui/text/Errors.h"
#include "gui/text/EventText.h"
#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/PlainText.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

constexpr auto inEffectTime = 8s; // long enough to read a sentence after looking away
// The second click of a double click on what was in this place must not apply.
constexpr auto settlingTime = 500ms;
constexpr int leastCharacters = 12;         // of the text; the number of changes is in its first words
constexpr int leastCharactersOfReason = 28; // in two lines, a reason is whole

} // namespace

DraftBar::DraftBar(ThresholdModel *thresholds, QWidget *parent)
    : QFrame(parent)
    , m_thresholds(thresholds)
    , m_text(new ElidedLabel(tr("State of the draft"), 1, this))
    , m_revert(new QPushButton(tr("Revert"), this))
    , m_apply(new QPushButton(tr("Apply"), this))
{
    setObjectName(u"draftBar"_s);
    setAccessibleName(tr("Draft of the thresholds"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_text->setObjectName(u"draftText"_s);
    m_revert->setObjectName(u"draftRevert"_s);
    m_revert->setAccessibleName(tr("Revert the draft"));
    m_apply->setObjectName(u"draftApply"_s);
    m_apply->setAccessibleName(tr("Apply the draft"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Card::grid, 1, 2, 1);
    row->setSpacing(Card::grid / 2);
    row->addWidget(m_text, 1);
    row->addWidget(m_apply); // in the order of the page beside the chart
    row->addWidget(m_revert);
    connect(m_apply, &QPushButton::clicked, this, &DraftBar::applyRequested);
    connect(m_revert, &QPushButton::clicked, this, &DraftBar::revertRequested);
    connect(thresholds, &ThresholdModel::changed, this, &DraftBar::refresh);
    m_inEffect.setSingleShot(true);
    m_inEffect.setInterval(inEffectTime);
    connect(&m_inEffect, &QTimer::timeout, this, &DraftBar::refresh);
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingTime);
    connect(&m_settling, &QTimer::timeout, this, &DraftBar::refresh);
    parent->installEventFilter(this);
    Card::makeLow(m_apply);
    Card::makeLow(m_revert);
    m_text->setLeastCharacters(leastCharacters);
    refresh();
}

void DraftBar::showInEffect()
{
    m_changesThen = m_thresholds->changeCount();
    m_inEffect.start();
    refresh();
}

void DraftBar::setRecorded()
{
    m_isRecorded = true;
    refresh();
}

void DraftBar::refresh()
{
    const int changes = m_thresholds->changeCount();
    if (changes != m_changesThen)
        m_inEffect.stop(); // the draft is what matters now
    const bool wasHidden = isHidden();
    // Not under the pointer during a drag.
    setVisible((changes > 0 && !m_thresholds->dragged()) || m_inEffect.isActive());
    if (isHidden())
        return;
    const bool isOvertaken = m_thresholds->beforeChangeElsewhere().has_value();
    //: Of a draft, although others have applied something else
    m_apply->setText(isOvertaken ? tr("Apply mine") : tr("Apply"));
    const auto problem = m_thresholds->problem();
    text::setToolTip(m_apply, problem ? tr("Cannot be applied: %1").arg(text::thresholdProblem(*problem))
                              : isOvertaken ? tr("Put the draft into effect, on top of what was changed "
                                                 "elsewhere (Ctrl+Enter)")
                                            : tr("Put the draft into effect (Ctrl+Enter)"));
    //: Discard a draft for what others have applied
    m_revert->setText(isOvertaken ? tr("Take theirs") : tr("Revert"));
    text::setToolTip(m_revert, isOvertaken ? tr("Discard the draft and keep what is in effect (Esc)")
                                           : tr("Discard the draft (Esc)"));
    m_revert->setVisible(changes > 0);
    m_apply->setVisible(changes > 0);
    if (wasHidden)
        m_settling.start();
    m_revert->setEnabled(!m_settling.isActive());
    m_apply->setEnabled(!m_settling.isActive() && m_thresholds->canApply());
    QStringList inEffect;
    for (const pressure::Level level : pressure::levelsWithThreshold)
        inEffect +=
            tr("%1 %2", "a level, where it begins")
                .arg(text::levelWord(level), text::threshold(m_thresholds->applied().of(level).enterPercent));
    m_text->put(changes > 0 && !m_inEffect.isActive()
                    ? draftText(changes)
                    : tr("In effect: %1").arg(inEffect.join(tr(" · ", "between the levels"))));
    fit();
}

// A reason or a list of changes is long: it takes two lines where one has no room.
void DraftBar::fit()
{
    const int buttons = m_apply->sizeHint().width() + m_revert->sizeHint().width() + 3 * Card::grid;
    const bool isLong = m_thresholds->beforeChangeElsewhere() || m_thresholds->problem();
    const bool fits = m_text->fontMetrics().horizontalAdvance(m_text->text()) + buttons <=
                      parentWidget()->width() - 2 * Card::grid;
    m_text->setLines(isLong && !fits ? 2 : 1);
    m_text->setLeastCharacters(isLong ? leastCharactersOfReason : leastCharacters);
}

QString DraftBar::draftText(int changes) const
{
    if (const auto problem = m_thresholds->problem())
        return text::thresholdProblem(*problem);
    if (m_isRecorded)
        return tr("%Ln change(s): What if shows what they would have done", nullptr, changes);
    const QString count = tr("%Ln change(s), not in effect until you apply", nullptr, changes);
    const auto before = m_thresholds->beforeChangeElsewhere();
    //: %1 is the number of changes in the draft, as a sentence; %2 a list of changes by others
    return before ? tr("%1. Changed elsewhere meanwhile: %2")
                        .arg(count, text::thresholdChanges(*before, m_thresholds->applied()))
                  : count;
}

void DraftBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || m_thresholds->changeCount() == 0)
        return QFrame::keyPressEvent(event);
    emit revertRequested();
}

bool DraftBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        fit();
    return QFrame::eventFilter(watched, event);
}

} // namespace manometer::gui
