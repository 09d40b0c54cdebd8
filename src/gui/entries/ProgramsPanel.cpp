// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/ProgramsPanel.h"

#include "gui/text/Paths.h"
#include "gui/text/StatusText.h"
#include "ui_ProgramsPanel.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace manometer::gui {

ProgramsPanel::ProgramsPanel(views::CacheView *cache, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProgramsPanel>())
    , m_cache(cache)
{
    m_ui->setupUi(this);
    m_ui->programs->setModel(&m_model);
    QHeaderView *header = m_ui->programs->horizontalHeader();
    header->setAccessibleName(tr("Columns of the programs"));
    // Even distances lead the eye along a row of a wide window; a date is never cut.
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(ProgramModel::LastRequest, QHeaderView::Interactive);
    header->resizeSection(ProgramModel::LastRequest, fontMetrics().horizontalAdvance(u'0') * 21);
    m_ui->programs->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_ui->howTo->setText(tr("No program has used exiftool with this cache yet. To connect one, put %1 before "
                            "the folder of the real exiftool on its PATH; the README has examples.")
                             .arg(text::isolated(u"/usr/lib/manometer/bin"_s)));
    connect(m_ui->toEntries, &QToolButton::clicked, this, &ProgramsPanel::closed);
    connect(cache, &views::CacheView::summaryChanged, this, &ProgramsPanel::refresh);
    refresh();
}

ProgramsPanel::~ProgramsPanel() = default;

void ProgramsPanel::takeFocus()
{
    QWidget *target = m_ui->toEntries;
    if (m_ui->programsStack->currentWidget() == m_ui->programsPage)
        target = m_ui->programs;
    target->setFocus(Qt::ShortcutFocusReason);
}

void ProgramsPanel::refresh()
{
    const views::AnswerUse answers = m_cache->summary().answers;
    m_model.show(answers);
    m_ui->totals->setText(text::answerUse(answers));
    m_ui->programsStack->setCurrentWidget(answers.requests == 0 ? m_ui->nonePage : m_ui->programsPage);
}

} // namespace manometer::gui
