// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/status/LevelCard.h"

#include "gui/look/ChartPalette.h"
#include "gui/look/ElidedLabel.h"
#include "gui/look/Gauge.h"
#include "gui/look/Icons.h"
#include "gui/text/ForecastText.h"
#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/PlainText.h"
#include "gui/text/StatusText.h"
#include "gui/text/Times.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace manometer::gui {

using pressure::Level;

namespace {

constexpr int iconSize = 28;
constexpr int leastWidthForAge = 360;

std::vector<GaugeMark> thresholdMarks(const pressure::Thresholds &thresholds, const ChartPalette &colors)
{
    std::vector<GaugeMark> marks;
    for (const Level level : pressure::levelsWithThreshold) {
        const double enter = thresholds.of(level).enterPercent;
        marks.push_back({.at = enter / 100, .color = colors.levelOf(level), .label = text::threshold(enter)});
    }
    return marks;
}

// As short as it is clear: with seconds in a short range, with the day if it is not today.
QString shortTime(qint64 wallMs, const views::TimeRange &range)
{
    constexpr qint64 shortRangeMs = 600'000;
    const QString time = range.toWallMs - range.fromWallMs < shortRangeMs ? text::timeOfDay(wallMs)
                                                                          : text::clockTick(wallMs, 60'000);
    const QString day = text::dayIfOther(wallMs, QDateTime::currentMSecsSinceEpoch());
    return day.isEmpty() || day == time ? time : day + u' ' + time;
}

// 'of the time' once, at the first share: the others may be cut off.
QString sharesOfTime(const SpanInView &past)
{
    QStringList shares;
    for (auto level = pressure::allLevels.rbegin(); level != pressure::allLevels.rend(); ++level) {
        const double share = 100 * past.share[static_cast<std::size_t>(*level)];
        if (share <= 0)
            continue;
        if (share >= 100)
            return LevelCard::tr("%1 all the time", "a level").arg(text::levelWord(*level));
        const QString percent = share < 1 ? text::percent(share) : text::threshold(std::round(share));
        shares += shares.isEmpty() ? LevelCard::tr("%1 %2 of the time", "a level, its share of the time")
                                         .arg(text::levelWord(*level), percent)
                                   : LevelCard::tr("%1 %2", "a level, its share of the time")
                                         .arg(text::levelWord(*level), percent);
    }
    return shares.join(LevelCard::tr(", ", "between the levels"));
}

} // namespace

LevelCard::LevelCard(QWidget *parent)
    : Card(tr("Memory pressure"), parent)
    , m_icon(text::plainLabel({}, this))
    , m_word(new ElidedLabel(tr("Applied level"), 1, this))
    , m_levelAge(new ElidedLabel(tr("Time since this level applies"), 1, this))
    , m_picture(new ElidedLabel(tr("Live or paused"), 1, this))
    , m_age(new ElidedLabel(tr("Age of the newest sample"), 1, this))
    , m_basis(new ElidedLabel(tr("Memory in use"), 1, this))
    , m_processes(new QToolButton(this))
    , m_gauge(new Gauge(tr("Memory used, with the thresholds"), Gauge::Labels::Shown, this))
    , m_deviation(new ElidedLabel(
          tr("Why this level applies and what changes it, or why samples are missing"), 1, this))
{
    m_icon->setAccessibleName(tr("Icon of the applied level"));
    m_icon->setObjectName(u"levelIcon"_s);
    m_word->setObjectName(u"levelWord"_s);
    m_word->setFont(headlineFont());
    m_word->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_levelAge->setObjectName(u"levelAge"_s);
    m_picture->setObjectName(u"picture"_s);
    QFont bold = font();
    bold.setBold(true);
    m_picture->setFont(bold);
    m_age->setObjectName(u"age"_s);
    m_basis->setObjectName(u"basis"_s);
    m_basis->setFont(bold);
    m_deviation->setObjectName(u"deviation"_s);
    m_processes->setObjectName(u"showProcesses"_s);
    m_processes->setText(tr("Who uses it", "the memory: button that shows the processes"));
    m_processes->setAccessibleName(tr("Show the processes that use most memory"));
    text::setToolTip(m_processes, tr("Show the processes that use most memory"));
    m_processes->hide();
    connect(m_processes, &QToolButton::clicked, this, &LevelCard::processesRequested);
    QVBoxLayout *lines = makeLines();
    auto *first = new QHBoxLayout;
    first->setSpacing(grid);
    first->addWidget(m_icon);
    first->addWidget(m_word);
    first->addWidget(m_levelAge, 1);
    first->addWidget(m_picture);
    first->addWidget(m_age);
    lines->addLayout(first);
    lines->addWidget(m_basis);
    lines->addWidget(m_gauge);
    auto *last = new QHBoxLayout;
    last->setSpacing(grid);
    last->addWidget(m_deviation, 1);
    last->addWidget(m_processes);
    lines->addLayout(last);
    lines->addStretch(1);
}

int LevelCard::compactHeight() const
{
    return 2 * grid + std::max(iconSize, m_word->minimumSizeHint().height()) + grid / 2 +
           m_basis->minimumSizeHint().height() + grid / 2 + Gauge::barSpace;
}

void LevelCard::setCompact(bool compact)
{
    m_deviation->setVisible(!compact);
    // Reserved for the button, which comes with HIGH: nothing moves at an alarm.
    m_deviation->setMinimumHeight(compact ? 0 : m_processes->sizeHint().height());
    // The handles beside the chart have the same values.
    m_gauge->setLabels(compact ? Gauge::Labels::None : Gauge::Labels::Shown);
    m_isCompact = compact;
    fitAge();
    m_processes->setVisible(m_offersProcesses && !compact);
}

void LevelCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    fitAge();
}

// The status line has it, too.
void LevelCard::fitAge()
{
    m_age->setVisible(!m_isCompact && width() >= leastWidthForAge);
}

void LevelCard::show(const views::MonitorStatus &status, const Connection &connection,
                     const std::optional<SpanInView> &past, qint64 nowMs)
{
    const bool isPast = past && !past->isEmpty && connection.mark.isEmpty();
    if (isPast)
        showPast(status, *past);
    else
        showPresent(status, connection, nowMs);
    if (past && !isPast && connection.mark.isEmpty())
        m_levelAge->put(tr("now; no samples in view", "the level"));
    showPicture(status, connection, past.has_value(), nowMs);
    m_offersProcesses = !isPast && status.latest.wallMs != 0 && status.applied >= Level::High;
    m_processes->setVisible(m_offersProcesses && !m_isCompact);
}

void LevelCard::showLevel(Level level, bool isCertain)
{
    const ChartPalette colors = ChartPalette::from(palette());
    const QString word = text::levelWord(level);
    const QString icon = isCertain ? word : u"stale"_s;
    if (m_iconShown != icon) {
        m_iconShown = icon;
        m_icon->setPixmap((isCertain ? levelIcon(level) : actionIcon(u"stale"_s))
                              .pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    }
    m_word->put(word);
    m_word->setInk(isCertain ? colors.levelOf(level) : colors.stale);
}

void LevelCard::showPresent(const views::MonitorStatus &status, const Connection &connection, qint64 nowMs)
{
    const ChartPalette colors = ChartPalette::from(palette());
    const bool isKnown = status.latest.wallMs != 0;
    const bool isPresent = isKnown && connection.mark.isEmpty();
    showLevel(status.applied, isPresent);
    if (!isKnown) {
        m_word->put(tr("NO DATA"));
        m_word->setInk(colors.text);
    }
    const qint64 since = std::max<qint64>(0, nowMs - status.appliedSinceMs);
    m_levelAge->put(isPresent ? tr("for %1").arg(text::duration(since / 1000 * 1000)) : QString());
    m_basis->put(text::measurement(status, nowMs));
    const double used = isKnown ? status.percent / 100 : views::absent;
    m_gauge->show(0, used, isPresent && !status.stale ? colors.levelOf(status.applied) : colors.faintText,
                  thresholdMarks(status.thresholds, colors));
    const QString stale =
        connection.sentence.isEmpty() ? text::staleness(status, nowMs) : connection.sentence;
    const QString warning = text::warning(status);
    const QString sentence = !stale.isEmpty()     ? stale
                             : !warning.isEmpty() ? warning
                                                  : text::explanation(status, nowMs);
    m_deviation->put(sentence, stale.isEmpty() ? text::forecastRecord(status.forecastRecord) : QString());
    m_deviation->setInk(!stale.isEmpty()     ? colors.stale
                        : !warning.isEmpty() ? colors.levelOf(*status.warnedOf)
                                             : colors.text);
}

void LevelCard::showPast(const views::MonitorStatus &status, const SpanInView &past)
{
    const ChartPalette colors = ChartPalette::from(palette());
    showLevel(past.highest, true);
    m_levelAge->put(
        tr("highest, %1 – %2", "level between two times")
            .arg(shortTime(past.range.fromWallMs, past.range), shortTime(past.range.toWallMs, past.range)));
    m_basis->put(sharesOfTime(past));
    m_gauge->show(past.lowestPercent / 100, past.highestPercent / 100, colors.system,
                  thresholdMarks(status.thresholds, colors));
    // The present first: what follows may be cut off.
    const QString sentence = m_isRecorded ? tr("At the end: %1. In view: %2 to %3 in use, p95 %4")
                                          : tr("Now: %1. In view: %2 to %3 in use, p95 %4");
    m_deviation->put(sentence.arg(text::levelWord(status.applied),
                                  text::percentBeside(past.lowestPercent, status.thresholds),
                                  text::percentBeside(past.highestPercent, status.thresholds),
                                  text::percentBeside(past.p95Percent, status.thresholds)));
    m_deviation->setInk(colors.text);
}

void LevelCard::showPicture(const views::MonitorStatus &status, const Connection &connection, bool isPast,
                            qint64 nowMs)
{
    const ChartPalette colors = ChartPalette::from(palette());
    // Without new samples the display is not live, even if it is not paused.
    const bool isWaiting = status.latest.wallMs == 0 && !status.stale;
    const bool isApart = !connection.mark.isEmpty();
    m_picture->put(isApart        ? connection.mark
                   : m_isRecorded ? tr("RECORDING")
                   : isPast       ? tr("PAUSED")
                   : status.stale ? tr("STALE")
                   : isWaiting    ? tr("WAITING")
                                  : tr("LIVE"));
    m_picture->setInk(isWaiting && !isApart                               ? colors.faintText
                      : isPast || status.stale || isApart || m_isRecorded ? colors.stale
                                                                          : colors.levelOf(Level::Normal));
    m_age->put(isPast || m_isRecorded      ? QString()
               : status.latest.wallMs == 0 ? tr("no sample yet")
                                           : text::age(nowMs - status.latest.monotonicMs));
}

} // namespace manometer::gui
