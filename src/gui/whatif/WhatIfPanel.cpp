// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/whatif/WhatIfPanel.h"

#include "gui/help/FieldHelp.h"
#include "gui/look/Card.h"
#include "gui/text/EvidenceText.h"
#include "gui/text/Numbers.h"
#include "gui/text/PlainText.h"
#include "gui/whatif/HitCurve.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

constexpr int rowPadding = 4;
constexpr int panelSpacing = 4;

} // namespace

WhatIfPanel::WhatIfPanel(DraftOutcome *outcome, QWidget *parent)
    : QWidget(parent)
    , m_outcome(outcome)
    , m_scope(new QComboBox(this))
    , m_table(new QTableView(this))
    , m_curve(new HitCurve(this))
    , m_notes(text::plainLabel({}, this))
    , m_suggest(new QPushButton(tr("Suggest…"), this))
    , m_difference(new QPushButton(tr("Zoom to difference"), this))
{
    setObjectName(u"whatIf"_s);
    setAccessibleName(tr("What if"));
    m_scope->setObjectName(u"whatIfScope"_s);
    m_scope->setAccessibleName(tr("Time of the figures"));
    m_scope->addItem(tr("all recorded"), int(DraftOutcome::Scope::All));
    m_scope->addItem(tr("in view"), int(DraftOutcome::Scope::InView));
    explain(m_scope,
            {.what = tr("The figures are of the last day at most, as far as it is recorded, or of the "
                        "part of it that the chart shows.")});
    connect(m_scope, &QComboBox::currentIndexChanged, this, [this] {
        m_outcome->setScope(static_cast<DraftOutcome::Scope>(m_scope->currentData().toInt()));
    });

    m_table->setObjectName(u"whatIfTable"_s);
    m_table->setAccessibleName(tr("Figures of the thresholds in effect and of the draft"));
    m_table->setModel(&m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->viewport()->setAutoFillBackground(false);
    QHeaderView *header = m_table->horizontalHeader();
    header->setAccessibleName(tr("Columns of the figures"));
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(1);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(WhatIfModel::Figure, QHeaderView::Stretch);

    m_notes->setObjectName(u"whatIfNotes"_s);
    m_notes->setAccessibleName(tr("What the figures assume"));
    m_notes->setWordWrap(true);
    m_suggest->setObjectName(u"suggest"_s);
    m_suggest->setAccessibleName(tr("Suggest thresholds"));
    text::setToolTip(m_suggest, tr("Searches thresholds that would have kept what you require."));
    connect(m_suggest, &QPushButton::clicked, this, &WhatIfPanel::suggestRequested);
    m_difference->setObjectName(u"zoomToDifference"_s);
    m_difference->setAccessibleName(tr("Show in the chart where the draft differs"));
    text::setToolTip(m_difference, tr("Shows the longest time in view at which the draft's level is another "
                                      "than the one in effect. Alt+Left returns."));
    connect(m_difference, &QPushButton::clicked, this, &WhatIfPanel::differenceRequested);

    auto *top = new QHBoxLayout;
    top->addWidget(m_scope);
    top->addStretch(1);
    top->addWidget(m_suggest);
    top->addWidget(m_difference);
    auto *figures = new QWidget(this);
    figures->setAccessibleName(tr("Figures"));
    auto *inside = new QVBoxLayout(figures);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(panelSpacing);
    inside->addWidget(m_table);
    inside->addWidget(m_curve);
    inside->addWidget(m_notes);
    inside->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Figures"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(figures);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Card::grid, Card::grid / 2, Card::grid, Card::grid);
    layout->setSpacing(panelSpacing);
    layout->addLayout(top);
    layout->addWidget(scroll, 1);
    setHasDifference(false);
    connect(m_outcome, &DraftOutcome::changed, this, &WhatIfPanel::refresh);
    refresh();
}

void WhatIfPanel::setHasDifference(bool has)
{
    // A disabled button would pass the focus on.
    m_difference->setEnabled(has || m_difference->hasFocus());
}

void WhatIfPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_outcome->setFiguresShown(true);
}

void WhatIfPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_outcome->setFiguresShown(false);
}

void WhatIfPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitTable();
}

void WhatIfPanel::refresh()
{
    const auto &answer = m_outcome->answer();
    m_curve->show(m_outcome->hits());
    m_model.show(answer.value_or(views::WhatIfAnswer{}));
    m_table->setColumnHidden(WhatIfModel::Draft, !m_outcome->hasDraft());
    m_table->setColumnHidden(WhatIfModel::Change, !m_outcome->hasDraft());
    m_notes->setText(notes());
    fitTable();
}

// As high as its rows: the page scrolls, not the table.
void WhatIfPanel::fitTable()
{
    const int row = fontMetrics().height() + rowPadding;
    m_table->verticalHeader()->setDefaultSectionSize(row);
    m_table->setVisible(m_model.rowCount() > 0);
    m_table->setFixedHeight(m_model.rowCount() * row + m_table->horizontalHeader()->sizeHint().height());
}

QString WhatIfPanel::notes() const
{
    const auto &answer = m_outcome->answer();
    if (!m_outcome->failure().isEmpty())
        return text::noAnswer(m_outcome->failure());
    if (!answer)
        return tr("Shows what a draft that keeps the rules would have done with the recorded memory use.");
    if (answer->samples == 0)
        return tr("Nothing is recorded of this time.");
    QStringList sentences{
        tr("From %1 of recorded memory use.", "a length of time").arg(text::duration(answer->recordedMs))};
    if (m_outcome->hasDraft())
        sentences += tr("Assumes that the machine's pressure would have been the same.");
    else
        sentences += tr("Change a threshold to see beside it what that would have done.");
    if (answer->draftCoarseRises > 0 && m_outcome->hasDraft())
        sentences += tr("Near the draft's thresholds the recording is coarse: %1 of %2 rises may be late, by "
                        "%3 at most.")
                         .arg(text::count(answer->draftCoarseRises), text::count(answer->draftRises),
                              text::duration(answer->draftLatestByMs + 999));
    if (answer->draftStallRises > 0 && m_outcome->hasDraft())
        sentences +=
            tr("Of the draft's %1 rises, %2 are above what memory use alone gives: stalls, a notice or "
               "missing memory raised the level.",
               "two numbers")
                .arg(text::count(answer->draftRises), text::count(answer->draftStallRises));
    if (const QString lack = text::whyNoHits(m_outcome->hits()); !lack.isEmpty())
        sentences += lack;
    return sentences.join(u' ');
}

} // namespace manometer::gui
