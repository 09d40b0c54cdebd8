// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sources/SourcesPage.h"

#include "async/Answer.h"
#include "gui/text/Paths.h"
#include "gui/text/SourceText.h"
#include "ui_SourcesPage.h"

#include <QHeaderView>

namespace manometer::gui {

SourcesPage::SourcesPage(views::MonitorView *monitor, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SourcesPage>())
    , m_monitor(monitor)
{
    m_ui->setupUi(this);
    m_ui->table->setModel(&m_model);
    m_ui->table->horizontalHeader()->setAccessibleName(tr("Columns of the signals"));
    m_ui->table->verticalHeader()->hide();
    m_ui->table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_ui->summary->setText(text::sourceSummary({}));
    connect(m_ui->examine, &QPushButton::clicked, this, &SourcesPage::examine);
}

SourcesPage::~SourcesPage() = default;

void SourcesPage::catchUp(bool visible)
{
    if (visible)
        examine();
}

void SourcesPage::examine()
{
    m_ui->examine->setEnabled(false);
    const auto show = [this](const pressure::SourceReport &report) {
        m_ui->examine->setEnabled(true);
        m_model.show(report.rows);
        m_ui->summary->setText(text::sourceSummary(report));
        for (const int column : {SourceModel::Signal, SourceModel::State, SourceModel::Delay})
            m_ui->table->resizeColumnToContents(column);
    };
    async::whenAnswered(m_monitor->sources(), this, show, [this](const QString &reason) {
        m_ui->examine->setEnabled(true);
        m_ui->summary->setText(
            tr("The sources cannot be examined: %1").arg(text::pathInText(reason.toUtf8())));
    });
}

} // namespace manometer::gui
