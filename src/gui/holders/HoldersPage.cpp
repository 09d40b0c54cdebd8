// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/holders/HoldersPage.h"

#include "async/Answer.h"
#include "gui/text/Numbers.h"
#include "ui_HoldersPage.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace manometer::gui {

namespace {

constexpr auto askInterval = 3s; // reading all of /proc takes milliseconds: not every second

} // namespace

HoldersPage::HoldersPage(views::MonitorView *monitor, views::CacheView *cache, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::HoldersPage>())
    , m_monitor(monitor)
    , m_cache(cache)
    , m_again(this)
{
    m_ui->setupUi(this);
    m_ui->table->setModel(&m_model);
    QHeaderView *header = m_ui->table->horizontalHeader();
    header->setAccessibleName(tr("Columns of the processes"));
    header->setSectionResizeMode(HolderModel::Name, QHeaderView::Stretch);
    m_ui->table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_again.setObjectName("askAgain"_L1);
    m_again.setInterval(askInterval);
    connect(&m_again, &QTimer::timeout, this, &HoldersPage::ask);
}

HoldersPage::~HoldersPage() = default;

void HoldersPage::catchUp(bool visible)
{
    if (!visible)
        return m_again.stop();
    m_again.start();
    ask();
}

void HoldersPage::ask()
{
    if (m_asked)
        return; // waits for the pending answer
    m_asked = true;
    const auto take = [this](const views::MemoryHolding &holders) {
        m_asked = false;
        show(holders);
    };
    async::whenAnswered(m_monitor->holders(), this, take, [take](const QString &) { take({}); });
}

void HoldersPage::show(const views::MemoryHolding &holders)
{
    const quint64 total = m_monitor->status().latest.systemTotalBytes;
    m_model.show(holders, total);
    if (holders.processes.empty())
        return m_ui->summary->setText(tr("The processes of this machine cannot be read."));
    const quint64 cached = m_cache->summary().stats.memoryBytes;
    const double share =
        total == 0 ? views::absent : 100.0 * static_cast<double>(cached) / static_cast<double>(total);
    m_ui->summary->setText(
        tr("The cache uses %1, which is %2 of this machine's memory.", "the size of the cache")
            .arg(text::size(cached), share > 0 && share < 0.1 ? tr("less than %1").arg(text::percent(0.1))
                                                              : text::percent(share)));
}

} // namespace manometer::gui
