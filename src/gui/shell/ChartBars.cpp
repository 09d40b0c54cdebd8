// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/ChartBars.h"

#include "gui/look/Card.h"

#include <QEvent>

#include <algorithm>
#include <numeric>

namespace manometer::gui {

namespace {

constexpr int gap = Card::grid / 2;
constexpr int top = 1; // the border of the card
// The figures in the legend get longer and shorter while the bars stand.
constexpr int legendReserve = 3 * Card::grid;

int leastWidthOf(const std::vector<QWidget *> &bars)
{
    return std::accumulate(bars.begin(), bars.end(), -gap, [](int sum, const QWidget *bar) {
        return sum + gap + bar->minimumSizeHint().width();
    });
}

int heightOf(const std::vector<QWidget *> &bars)
{
    int height = 0;
    for (const QWidget *bar : bars)
        height = std::max(height, bar->sizeHint().height());
    return height;
}

} // namespace

ChartBars::ChartBars(TimeChart *chart, const std::vector<QWidget *> &bars)
    : QObject(chart)
    , m_chart(chart)
    , m_bars(bars)
{
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &ChartBars::place);
    chart->installEventFilter(this);
    for (QWidget *bar : m_bars)
        bar->installEventFilter(this);
    connect(chart, &TimeChart::legendChanged, this, &ChartBars::place);
    connect(chart, &TimeChart::pictureChanged, this, &ChartBars::place);
}

bool ChartBars::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
        if (watched == m_chart)
            m_later.start();
        break;
    case QEvent::Hide:
        m_later.start(); // it is still visible
        break;
    case QEvent::Show:
    case QEvent::LayoutRequest:
        if (watched != m_chart)
            place();
        m_later.start();
        break;
    default:
        break;
    }
    return false;
}

void ChartBars::place()
{
    if (m_isPlacing)
        return;
    m_isPlacing = true;
    std::vector<QWidget *> shown;
    std::copy_if(m_bars.begin(), m_bars.end(), std::back_inserter(shown),
                 [](const QWidget *bar) { return !bar->isHidden(); });
    const QRect room = m_chart->parentWidget()->rect().adjusted(gap, top, -gap, 0);
    const QRect legend = m_chart->legendRow().translated(m_chart->pos());
    const int legendEnd = legend.right() + legendReserve;
    int above = 0;
    int beside = 0;
    const auto leftFree = [&legend](int bottom) { return std::max(0, bottom + 1 - legend.top()); };
    const int least = leastWidthOf(shown);
    if (shown.empty()) {
        // The chart has all of the room.
    } else if (least <= room.right() - legendEnd && room.top() + heightOf(shown) <= legend.bottom()) {
        QRect row = room;
        row.setLeft(legendEnd);
        placeRow(shown, row);
        beside = room.right() - shown.front()->x() + gap;
    } else if (least <= room.width()) {
        placeRow(shown, room);
        above = leftFree(room.top() + heightOf(shown));
    } else {
        QRect row = room;
        for (QWidget *bar : shown) {
            placeRow({bar}, row);
            row.setTop(bar->geometry().bottom() + 1);
        }
        above = leftFree(row.top());
    }
    m_chart->setRoomAtLegend(above, beside);
    m_isPlacing = false;
}

// From the right edge; what the least widths leave is for the first ones, up to what they can use.
void ChartBars::placeRow(const std::vector<QWidget *> &bars, const QRect &row) const
{
    int left = row.width() - leastWidthOf(bars);
    std::vector<int> widths;
    for (const QWidget *bar : bars) {
        const int least = std::min(bar->minimumSizeHint().width(), row.width());
        const int more = std::clamp(bar->sizeHint().width() - least, 0, std::max(left, 0));
        left -= more;
        widths.push_back(least + more);
    }
    int right = row.right();
    for (std::size_t index = bars.size(); index-- > 0;) {
        bars[index]->setGeometry(right - widths[index] + 1, row.top(), widths[index],
                                 bars[index]->sizeHint().height());
        bars[index]->raise();
        right -= widths[index] + gap;
    }
}

} // namespace manometer::gui
