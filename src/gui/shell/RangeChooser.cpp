// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/RangeChooser.h"

#include "gui/shell/NamedRanges.h"
#include "gui/shell/RangeDialog.h"
#include "gui/text/Numbers.h"
#include "gui/text/PlainText.h"
#include "gui/text/Times.h"

#include <QDateTime>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

// The data of an item: a number of seconds, or one of these.
constexpr qlonglong yesterdayItem = -1;
constexpr qlonglong lastNightItem = -2;
constexpr qlonglong fromToItem = -3;

// The chart's clock is not the wall clock: the same range may differ by a little.
bool isSame(const views::TimeRange &one, const views::TimeRange &other)
{
    constexpr qint64 toleranceMs = 2000;
    return std::abs(one.fromWallMs - other.fromWallMs) <= toleranceMs &&
           std::abs(one.toWallMs - other.toWallMs) <= toleranceMs;
}

} // namespace

RangeChooser::RangeChooser(TimeChart *chart, QWidget *parent)
    : QComboBox(parent)
    , m_chart(chart)
{
    setObjectName(u"rangeChooser"_s);
    setAccessibleName(tr("Time range of the chart"));
    text::setToolTip(this, tr("Time range of the chart (+ and −)"));
    text::setWhatsThis(
        this, tr("Length of the visible time range, from one minute to one week, or a range of the past."));
    for (const std::chrono::seconds span : chartSpans())
        addItem(text::duration(std::chrono::milliseconds(span).count()),
                static_cast<qlonglong>(span.count()));
    insertSeparator(count());
    addItem(tr("Yesterday"), yesterdayItem);
    addItem(tr("Last night"), lastNightItem);
    addItem(tr("From – to…"), fromToItem);
    connect(chart, &TimeChart::spanChanged, this, &RangeChooser::follow);
    connect(chart, &TimeChart::viewsChanged, this, &RangeChooser::follow);
    // Only what the operator chooses; follow() sets the index, too.
    connect(this, &QComboBox::activated, this, &RangeChooser::choose);
    follow();
}

void RangeChooser::follow()
{
    const std::chrono::seconds span = m_chart->span();
    const bool isChosen = m_chosenItem != 0 && m_chart->picture() == TimeChart::Picture::Paused &&
                          isSame(m_chart->visibleRange(), m_chosen);
    setCurrentIndex(findData(isChosen ? m_chosenItem : static_cast<qlonglong>(span.count())));
    // A zoomed span is not in the list. The box is as wide as its items, not as its placeholder.
    const QString length = text::duration(std::chrono::milliseconds(span).count());
    setPlaceholderText(length);
    setMinimumWidth(fontMetrics().horizontalAdvance(length) + sizeHint().height() * 2);
}

void RangeChooser::choose(int index)
{
    const qlonglong chosen = itemData(index).toLongLong();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (chosen > 0)
        m_chart->setSpan(std::chrono::seconds(chosen));
    else if (chosen == yesterdayItem)
        show(yesterday(now, text::localZone()), chosen);
    else if (chosen == lastNightItem)
        show(lastNight(now, text::localZone()), chosen);
    else
        ask();
    follow();
    m_chart->setFocus(); // for its keys, such as Space
}

void RangeChooser::show(const views::TimeRange &range, qlonglong item)
{
    m_chart->showTimes(range);
    m_chosen = m_chart->visibleRange(); // it ends now at the latest
    m_chosenItem = item;
    follow();
}

void RangeChooser::ask()
{
    auto *dialog = new RangeDialog(m_chart->visibleRange(), window());
    connect(dialog, &RangeDialog::chosen, this,
            [this](const views::TimeRange &range) { show(range, fromToItem); });
    dialog->open();
}

} // namespace manometer::gui
