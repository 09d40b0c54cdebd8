// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/RangeChooser.h"

#include "gui/shell/NamedRanges.h"
#include "gui/shell/RangeDialog.h"
#include "gui/text/Numbers.h"
#include "gui/text/PlainText.h"
#include "gui/text/Times.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

// The data of an item: a number of seconds, or one of these.
constexpr qlonglong yesterdayItem = -1;
constexpr qlonglong lastNightItem = -2;
constexpr qlonglong fromToItem = -3;

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
    // Only what the operator chooses; follow() sets the index, too.
    connect(this, &QComboBox::activated, this, &RangeChooser::choose);
    follow(chart->span());
}

void RangeChooser::follow(std::chrono::seconds span)
{
    setCurrentIndex(findData(static_cast<qlonglong>(span.count())));
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
        m_chart->showTimes(yesterday(now, text::localZone()));
    else if (chosen == lastNightItem)
        m_chart->showTimes(lastNight(now, text::localZone()));
    else
        ask();
    follow(m_chart->span());
    m_chart->setFocus(); // for its keys, such as Space
}

void RangeChooser::ask()
{
    auto *dialog = new RangeDialog(m_chart->visibleRange(), window());
    connect(dialog, &RangeDialog::chosen, m_chart, &TimeChart::showTimes);
    dialog->open();
}

} // namespace manometer::gui
