// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/holders/HoldersPage.h"

#include "async/Answer.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"
#include "ui_HoldersPage.h"

#include <QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace manometer::gui {

namespace {

constexpr auto askInterval = 3s; // reading all of /proc takes milliseconds: not every second

} // namespace

HoldersPage::HoldersPage(views::MonitorView *monitor, views::CacheView *cache, EventModel *events,
                         QWidget *parent)
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
    int number = 0;
    for (const QString &longest : HolderModel::longestNumbers())
        number = std::max(number, fontMetrics().horizontalAdvance(longest + u"00"_s));
    for (int column = HolderModel::Process; column < HolderModel::ColumnCount; ++column)
        header->resizeSection(column, std::max(number, header->sectionSizeHint(column)));
    m_ui->table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_ui->grouping->addItem(tr("Each process"), static_cast<int>(Grouping::Process));
    m_ui->grouping->addItem(tr("By program"), static_cast<int>(Grouping::Program));
    m_ui->grouping->addItem(tr("By control group"), static_cast<int>(Grouping::ControlGroup));
    connect(m_ui->grouping, &QComboBox::currentIndexChanged, this,
            [this] { m_model.setGrouping(static_cast<Grouping>(m_ui->grouping->currentData().toInt())); });
    m_moments = new MomentChooser(m_ui->moment, events, this);
    connect(m_ui->moment, &QComboBox::currentIndexChanged, this, &HoldersPage::refresh);
    m_again.setObjectName("askAgain"_L1);
    m_again.setInterval(askInterval);
    connect(&m_again, &QTimer::timeout, this, &HoldersPage::ask);
}

HoldersPage::~HoldersPage() = default;

void HoldersPage::catchUp(bool visible)
{
    m_visible = visible;
    // A window that is destroyed hides its pages when the events are gone.
    if (visible)
        refresh();
    else
        m_again.stop();
}

void HoldersPage::showMoment(quint64 position)
{
    if (m_moments->choose(position))
        bringToFront();
}

void HoldersPage::showNewestOf(pressure::Level level)
{
    m_moments->chooseNewestOf(level);
    bringToFront();
}

void HoldersPage::bringToFront()
{
    emit raiseRequested();
    m_ui->table->setFocus(Qt::OtherFocusReason);
}

void HoldersPage::refresh()
{
    const auto moment = m_moments->chosen();
    if (moment || !m_visible)
        m_again.stop();
    else
        m_again.start();
    if (!moment)
        return m_visible ? ask() : void();
    const auto &recorded = std::get<views::ProcessesEvent>(moment->what);
    m_model.show({.processes = recorded.processes, .ownPid = recorded.ownPid}, recorded.totalBytes);
    m_ui->summary->setText(whatTheyUsed(recorded));
}

void HoldersPage::ask()
{
    if (m_asked)
        return; // waits for the pending answer
    m_asked = true;
    const auto take = [this](const views::MemoryHolding &holders) {
        m_asked = false;
        if (!m_moments->chosen())
            showNow(holders);
    };
    async::whenAnswered(m_monitor->holders(), this, take, [take](const QString &) { take({}); });
}

void HoldersPage::showNow(const views::MemoryHolding &holders)
{
    const quint64 total = m_monitor->status().latest.systemTotalBytes;
    m_model.show(holders, total);
    if (!holders.rehearsalFolder.isEmpty())
        m_ui->summary->setText(
            tr("This is a rehearsal with figures from %1: it has no processes.", "a folder")
                .arg(text::pathInText(holders.rehearsalFolder)));
    else if (holders.processes.empty())
        m_ui->summary->setText(tr("The processes of this machine cannot be read."));
    else
        m_ui->summary->setText(cacheShare(total));
}

QString HoldersPage::whatTheyUsed(const views::ProcessesEvent &recorded) const
{
    quint64 memory = 0;
    quint64 swap = 0;
    bool isExact = true;
    for (const views::ProcessMemory &process : recorded.processes) {
        memory += views::heldBytes(process) - process.swapBytes;
        swap += process.swapBytes;
        isExact = isExact && process.pssBytes > 0;
    }
    // Resident sets include shared pages several times.
    if (!isExact && recorded.totalBytes > 0)
        memory = std::min(memory, recorded.totalBytes);
    const QString size = text::size(memory);
    return tr("The %Ln processes that used most memory then: %1, and %2 in swap.", nullptr,
              static_cast<int>(recorded.processes.size()))
        .arg(isExact ? size : tr("at most %1", "memory").arg(size), text::size(swap));
}

QString HoldersPage::cacheShare(quint64 totalBytes) const
{
    const quint64 cached = m_cache->summary().stats.memoryBytes;
    const double share = totalBytes == 0
                             ? views::absent
                             : 100.0 * static_cast<double>(cached) / static_cast<double>(totalBytes);
    return tr("The cache uses %1, which is %2 of this machine's memory.", "the size of the cache")
        .arg(text::size(cached),
             share > 0 && share < 0.1 ? tr("less than %1").arg(text::percent(0.1)) : text::percent(share));
}

} // namespace manometer::gui
