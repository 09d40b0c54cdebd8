// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/whatif/SuggestDialog.h"

#include "async/Answer.h"
#include "gui/text/EvidenceText.h"
#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/PlainText.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace manometer::gui {

using pressure::Level;
using views::SuggestAnswer;

namespace {

QString rate(double perDay)
{
    return QLocale().toString(perDay, 'f', perDay < 10 && perDay != std::floor(perDay) ? 1 : 0);
}

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(SuggestDialog)
};

QString unkept(const SuggestAnswer::Unkept &constraint)
{
    switch (constraint.constraint) {
    case SuggestAnswer::Constraint::Criticals:
        return Tr::tr("%1 begins %2 times a day at least.")
            .arg(text::levelWord(Level::Critical), rate(constraint.nearest));
    case SuggestAnswer::Constraint::IncidentLead:
        return constraint.nearest < 0
                   ? Tr::tr("At least one incident comes without %1.").arg(text::levelWord(Level::High))
                   : Tr::tr("%1 begins %2 before each incident at best.")
                         .arg(text::levelWord(Level::High),
                              text::duration(static_cast<qint64>(constraint.nearest * 1000)));
    case SuggestAnswer::Constraint::HitPoints:
        break;
    }
    return Tr::tr("The hit ratio is lower by %1 at least.").arg(text::points(constraint.nearest));
}

QString allValues(const pressure::Thresholds &thresholds)
{
    QStringList lines;
    for (const Level level : pressure::levelsWithThreshold) {
        const pressure::Threshold &of = thresholds.of(level);
        lines += Tr::tr("%1 begins at %2, ends below %3, held for %4")
                     .arg(text::levelWord(level), text::threshold(of.enterPercent),
                          text::threshold(of.leavePercent), text::duration(of.hold.count()));
    }
    return lines.join(u'\n');
}

QString resultOf(const SuggestAnswer &answer)
{
    QStringList lines;
    switch (answer.end) {
    case SuggestAnswer::End::Found:
        return Tr::tr("%Ln choice(s), of which none is better in all respects.", nullptr,
                      static_cast<int>(answer.drafts.size()));
    case SuggestAnswer::End::NothingRecorded:
        return Tr::tr("Nothing is recorded of this time.");
    case SuggestAnswer::End::Cancelled:
        return Tr::tr("The search was cancelled.");
    case SuggestAnswer::End::Impossible:
        lines += Tr::tr("No thresholds keep this:");
        break;
    case SuggestAnswer::End::Conflicting:
        lines += Tr::tr("No thresholds keep these together. Each at its best while the others are kept:");
        break;
    }
    for (const SuggestAnswer::Unkept &each : answer.unkept)
        lines += unkept(each);
    return lines.join(u'\n');
}

QString nameOf(SuggestAnswer::Constraint constraint)
{
    switch (constraint) {
    case SuggestAnswer::Constraint::Criticals:
        return Tr::tr("how often %1 begins").arg(text::levelWord(Level::Critical));
    case SuggestAnswer::Constraint::IncidentLead:
        return Tr::tr("the warning before each incident");
    case SuggestAnswer::Constraint::HitPoints:
        break;
    }
    return Tr::tr("the hit ratio");
}

// Whether the thresholds in effect keep what is required.
QString inEffect(const SuggestAnswer &answer)
{
    if (answer.baseBreaks.isEmpty())
        return Tr::tr("The thresholds in effect keep what you require.");
    QStringList names;
    for (const SuggestAnswer::Constraint each : answer.baseBreaks)
        names += nameOf(each);
    //: A list of requirements follows
    return Tr::tr("The thresholds in effect do not keep this: %1.").arg(names.join(u"; "_s));
}

// Why a choice stands last; empty: there is no reason against it.
QString doubtOf(const views::SuggestedThresholds &choice)
{
    using Doubt = views::SuggestedThresholds::Doubt;
    switch (choice.doubt) {
    case Doubt::NeverReached:
        return Tr::tr("It hardly watches: %1 or %2 would never have begun, and did with the thresholds in "
                      "effect.",
                      "two levels")
            .arg(text::levelWord(Level::Elevated), text::levelWord(Level::High));
    case Doubt::MostlyElevated:
        return Tr::tr("It warns nearly always: %1 or above for %2 of the time.", "a level, a percentage")
            .arg(text::levelWord(Level::Elevated), text::percent(choice.elevatedTimePercent));
    case Doubt::None:
        break;
    }
    return {};
}

QString detailsOf(const views::SuggestedThresholds &choice)
{
    const QString doubt = doubtOf(choice);
    return allValues(choice.thresholds) + (doubt.isEmpty() ? doubt : u'\n' + doubt);
}

// How much is judged, in the first line if that is little.
QString shortRecording(const SuggestAnswer &answer)
{
    if (!answer.base || answer.recordedMs >= SuggestAnswer::shortRecordingMs)
        return {};
    return Tr::tr("Warning: only %1 of memory use is recorded, which says little about a day. Figures a "
                  "day are those of this time.",
                  "a length of time")
               .arg(text::duration(answer.recordedMs)) +
           u'\n';
}

// What figures a day are worth; empty if a day is recorded, or less than shortRecording() says.
QString recorded(const SuggestAnswer &answer)
{
    if (answer.recordedMs < SuggestAnswer::shortRecordingMs || answer.recordedMs >= SuggestAnswer::dayMs)
        return {};
    return Tr::tr("%1 of memory use is recorded, less than a day: figures a day are those of this time.",
                  "a length of time")
        .arg(text::duration(answer.recordedMs));
}

std::array<std::chrono::milliseconds, 3> holdsOf(const pressure::Thresholds &thresholds)
{
    return {thresholds.elevated.hold, thresholds.high.hold, thresholds.critical.hold};
}

} // namespace

void SuggestionModel::show(const SuggestAnswer &answer)
{
    m_hasIncidents = answer.incidents > 0;
    m_hasBase = answer.base.has_value();
    QList<views::SuggestedThresholds> rows;
    if (answer.base)
        rows += *answer.base;
    replaceRows(m_rows, rows + answer.drafts);
}

bool SuggestionModel::hasOtherHolds(int row) const
{
    return m_hasBase && holdsOf(m_rows[row].thresholds) != holdsOf(m_rows[0].thresholds);
}

bool SuggestionModel::hasOtherHolds() const
{
    for (int row = 0; row < m_rows.size(); ++row)
        if (hasOtherHolds(row))
            return true;
    return false;
}

// Titles of two lines: the table fits into a small window.
std::span<const TableColumn> SuggestionModel::columns() const
{
    static constexpr std::array all{
        TableColumn{.title = QT_TR_NOOP("Levels begin at"),
                    .toolTip =
                        QT_TR_NOOP("ELEVATED, HIGH and CRITICAL, in percent of memory in use; the tool "
                                   "tip of a row has all values.")},
        TableColumn{.title = QT_TR_NOOP("Held for"),
                    .toolTip = QT_TR_NOOP("The hold times of ELEVATED, HIGH and CRITICAL, where they differ "
                                          "from those in effect.")},
        TableColumn{.title = QT_TR_NOOP("CRITICAL\na day"), .alignment = Qt::AlignRight},
        TableColumn{.title = QT_TR_NOOP("Rises\na day"),
                    .alignment = Qt::AlignRight,
                    .toolTip = QT_TR_NOOP("How often the level rises.")},
        TableColumn{.title = QT_TR_NOOP("Time in\nHIGH"),
                    .alignment = Qt::AlignRight,
                    .toolTip = QT_TR_NOOP("The share of the recorded time at HIGH or above.")},
        TableColumn{.title = QT_TR_NOOP("Shortest\nwarning"),
                    .alignment = Qt::AlignRight,
                    .toolTip = QT_TR_NOOP("How long before an incident HIGH was in effect, at least.")},
        TableColumn{.title = QT_TR_NOOP("Hits\nlost"),
                    .alignment = Qt::AlignRight,
                    .toolTip = QT_TR_NOOP("Percentage points of hit ratio, beside the configured limit all "
                                          "the time.")}};
    static_assert(all.size() == ColumnCount);
    return all;
}

QVariant SuggestionModel::cell(const QModelIndex &index, int role) const
{
    const views::SuggestedThresholds &draft = m_rows.at(index.row());
    if (role == Qt::ToolTipRole)
        return text::toolTip(detailsOf(draft));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Thresholds: {
        const QString begins = QStringList{text::threshold(draft.thresholds.elevated.enterPercent),
                                           text::threshold(draft.thresholds.high.enterPercent),
                                           text::threshold(draft.thresholds.critical.enterPercent)}
                                   .join(u" · "_s);
        if (isInEffect(index.row()))
            return tr("%1 (in effect)", "three percentages").arg(begins);
        if (draft.doubt == views::SuggestedThresholds::Doubt::NeverReached)
            return tr("%1 (hardly watches)", "three percentages").arg(begins);
        return draft.doubt == views::SuggestedThresholds::Doubt::MostlyElevated
                   ? tr("%1 (warns nearly always)", "three percentages").arg(begins)
                   : begins;
    }
    case Holds: {
        if (!hasOtherHolds(index.row()))
            return isInEffect(index.row()) ? QString() : tr("as in effect", "hold times");
        QStringList holds;
        for (const std::chrono::milliseconds hold : holdsOf(draft.thresholds))
            holds += text::duration(hold.count());
        return holds.join(u" · "_s);
    }
    case Criticals:
        return rate(draft.criticalsPerDay);
    case Rises:
        return rate(draft.risesPerDay);
    case HighTime:
        return std::isfinite(draft.highTimePercent) ? text::percent(draft.highTimePercent) : u"–"_s;
    case Lead:
        if (draft.incidentsMissed > 0)
            return tr("%Ln missed", "incidents", static_cast<int>(draft.incidentsMissed));
        return m_hasIncidents && draft.shortestLeadMs ? text::duration(*draft.shortestLeadMs) : u"–"_s;
    default:
        return std::isfinite(draft.hitPointsLost) ? text::points(draft.hitPointsLost) : u"–"_s;
    }
}

SuggestDialog::SuggestDialog(views::EvidenceView *evidence, const views::SuggestQuestion &question,
                             QWidget *parent)
    : QDialog(parent)
    , m_evidence(evidence)
    , m_question(question)
    , m_search(new QPushButton(tr("&Search"), this))
    , m_progress(new QProgressBar(this))
    , m_result(text::plainLabel({}, this))
    , m_table(new QTableView(this))
    , m_use(new QPushButton(tr("&Use as draft"), this))
{
    setObjectName(u"suggestDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Suggest thresholds"));
    QLabel *introduction = text::plainLabel(
        tr("Replays the recorded memory use, of the last day at most, with other thresholds, and shows those "
           "that would have kept what you require. A choice becomes a draft; nothing else changes."),
        this);
    introduction->setWordWrap(true);
    auto *form = new QFormLayout;
    m_criticals =
        addConstraint(form, u"criticals"_s, tr("%1 begins at most").arg(text::levelWord(Level::Critical)),
                      tr(" times a day"), 2, 1'000'000);
    m_lead = addConstraint(form, u"lead"_s,
                           tr("Before each incident, %1 lasts at least").arg(text::levelWord(Level::High)),
                           tr(" s"), 60, 86'400);
    m_hitPoints =
        addConstraint(form, u"hitPoints"_s, tr("The hit ratio is lower by at most"), tr(" points"), 1, 100);
    m_hitPoints.value->setDecimals(1);
    text::setToolTip(m_lead.check, tr("An incident is a note (M) that is marked as one."));
    m_search->setObjectName(u"search"_s);
    m_search->setDefault(true);
    connect(m_search, &QPushButton::clicked, this, [this] { m_watcher.isRunning() ? stop() : search(); });
    m_progress->setObjectName(u"progress"_s);
    m_progress->setAccessibleName(tr("Progress of the search"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_search, 0, Qt::AlignLeft);
    row->addWidget(m_progress, 1);
    m_result->setObjectName(u"result"_s);
    m_result->setAccessibleName(tr("Result of the search"));
    m_result->setWordWrap(true);
    m_table->setObjectName(u"suggestions"_s);
    m_table->setAccessibleName(tr("Suggested thresholds"));
    m_table->setModel(&m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setAccessibleName(tr("Columns of the suggestions"));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(SuggestionModel::Thresholds, QHeaderView::Stretch);
    m_table->setColumnHidden(SuggestionModel::Holds, true);
    m_use->setObjectName(u"use"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_use, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto use = [this] {
        const QModelIndex current = m_table->currentIndex();
        if (!current.isValid() || m_model.isInEffect(current.row()))
            return;
        emit chosen(m_model.at(current.row()).thresholds);
        accept();
    };
    connect(m_use, &QPushButton::clicked, this, use);
    connect(m_table, &QTableView::activated, this, use);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                m_use->setEnabled(current.isValid() && !m_model.isInEffect(current.row()));
            });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(introduction);
    layout->addLayout(form);
    layout->addLayout(row);
    layout->addWidget(m_result);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    connect(&m_watcher, &QFutureWatcherBase::progressRangeChanged, m_progress, &QProgressBar::setRange);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &SuggestDialog::showAnswer);
    m_use->setEnabled(false);
    setSearching(false);
    resize(780, 460);
}

SuggestDialog::~SuggestDialog()
{
    stop();
}

SuggestDialog::Constraint SuggestDialog::addConstraint(QFormLayout *form, const QString &name,
                                                       const QString &text, const QString &suffix,
                                                       double value, double most)
{
    const Constraint constraint{.check = new QCheckBox(text, this), .value = new QDoubleSpinBox(this)};
    constraint.check->setObjectName(name + u"Check"_s);
    constraint.check->setChecked(true);
    constraint.value->setObjectName(name);
    constraint.value->setAccessibleName(text);
    constraint.value->setDecimals(0);
    constraint.value->setMaximum(most);
    constraint.value->setSuffix(suffix);
    constraint.value->setValue(value);
    connect(constraint.check, &QCheckBox::toggled, constraint.value, &QWidget::setEnabled);
    form->addRow(constraint.check, constraint.value);
    return constraint;
}

views::SuggestQuestion SuggestDialog::question() const
{
    views::SuggestQuestion question = m_question;
    if (m_criticals.check->isChecked())
        question.mostCriticalsPerDay = m_criticals.value->value();
    if (m_lead.check->isChecked())
        question.incidentLeadMs = static_cast<qint64>(m_lead.value->value() * 1000);
    if (m_hitPoints.check->isChecked())
        question.mostHitPoints = m_hitPoints.value->value();
    return question;
}

void SuggestDialog::search()
{
    m_result->clear();
    m_model.show({});
    m_use->setEnabled(false);
    m_progress->setRange(0, 0); // until the search says more
    m_asked = question();
    m_watcher.setFuture(m_evidence->suggest(m_asked));
    setSearching(m_watcher.isRunning());
}

void SuggestDialog::stop()
{
    m_watcher.cancel();
}

void SuggestDialog::setSearching(bool searching)
{
    m_search->setText(searching ? tr("&Stop") : tr("&Search"));
    m_progress->setVisible(searching);
}

void SuggestDialog::showAnswer()
{
    setSearching(false);
    const QFuture<SuggestAnswer> future = m_watcher.future();
    if (future.isCanceled()) {
        const auto failure = async::failureOf(future);
        m_result->setText(failure ? text::noAnswer(*failure)
                                  : resultOf({.end = SuggestAnswer::End::Cancelled}));
        return;
    }
    if (future.resultCount() == 0)
        return;
    const SuggestAnswer answer = future.result();
    m_result->setText(shortRecording(answer) + resultOf(answer) + notes(answer));
    m_model.show(answer);
    m_table->setColumnHidden(SuggestionModel::Holds, !m_model.hasOtherHolds());
    widenForTable();
    if (answer.drafts.isEmpty())
        return;
    // Those with a doubt are the last ones: none of these is chosen before the operator does.
    if (answer.drafts.front().doubt == views::SuggestedThresholds::Doubt::None)
        m_table->setCurrentIndex(m_model.index(answer.base ? 1 : 0, SuggestionModel::Thresholds));
    m_table->setFocus(Qt::OtherFocusReason);
}

// No cell is cut off where the screen has room.
void SuggestDialog::widenForTable()
{
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(SuggestionModel::Thresholds, QHeaderView::ResizeToContents);
    const int needed =
        header->length() + 2 * m_table->frameWidth() + m_table->verticalScrollBar()->sizeHint().width();
    header->setSectionResizeMode(SuggestionModel::Thresholds, QHeaderView::Stretch);
    const int most = screen()->availableGeometry().width() * 9 / 10;
    const int wanted = std::min(width() + needed - m_table->width(), most);
    if (wanted > width())
        resize(wanted, height());
}

// Each on a line of its own, with the line break before it.
QString SuggestDialog::notes(const SuggestAnswer &answer) const
{
    if (!answer.base)
        return {};
    QStringList lines{inEffect(answer), recorded(answer)};
    const auto isDoubted = [](const views::SuggestedThresholds &choice) {
        return choice.doubt != views::SuggestedThresholds::Doubt::None;
    };
    if (std::any_of(answer.drafts.begin(), answer.drafts.end(), isDoubted))
        lines += tr("Choices that hardly watch or warn nearly always stand last; their tool tips say why.");
    if (m_asked.mostHitPoints && !std::isfinite(answer.base->hitPointsLost))
        lines += tr("Hits are not estimated yet: the limit of lost hits tests nothing.");
    if (m_asked.incidentLeadMs && answer.incidents == 0)
        lines += tr("No incident is marked in this time: the warning before incidents tests nothing. To mark "
                    "one, press M at its moment in the chart and check 'This was an incident'.");
    QString text;
    for (const QString &line : std::as_const(lines))
        if (!line.isEmpty())
            text += u'\n' + line;
    return text;
}

} // namespace manometer::gui
