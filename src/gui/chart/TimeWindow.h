// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which time the chart shows: a span that ends at the present and moves with it, or a fixed one; and the
// windows that were shown before. Times in milliseconds on the monitor's monotonic clock. Pure; whoever knows
// the present says it.
#pragma once

#include <QtGlobal>

#include <chrono>
#include <vector>

namespace manometer::gui {

class TimeWindow
{
public:
    // Shorter, there are no samples to tell apart; longer, there are none left (service/recording/History).
    static constexpr std::chrono::milliseconds leastSpan = std::chrono::seconds(10);
    static constexpr std::chrono::milliseconds greatestSpan = std::chrono::hours(7 * 24);

    explicit TimeWindow(std::chrono::milliseconds span);

    qint64 beginMs() const { return m_place.endMs - m_place.spanMs; }
    qint64 endMs() const { return m_place.endMs; }
    qint64 spanMs() const { return m_place.spanMs; }
    // The right edge is the present.
    bool follows() const { return m_place.follows; }

    // The present: the right edge, while it follows.
    void setNow(qint64 nowMs);
    void follow();
    void hold(); // the right edge stays where it is

    // The right edge stays. Spans are kept within least and greatest.
    void setSpan(std::chrono::milliseconds span);
    // Above 1 shows more time. The anchor keeps its place in the picture; while following, the present does.
    void zoomAt(qint64 anchorMs, double factor);
    // Later for positive. What reaches the present follows it again.
    void panBy(qint64 ms);
    void show(qint64 fromMs, qint64 toMs);

    // Puts the window of now into the history, before one of the above changes it.
    void remember();
    bool canGoBack() const { return !m_past.empty(); }
    bool canGoForward() const { return !m_future.empty(); }
    void back();
    void forward();

private:
    struct Place
    {
        qint64 endMs = 0;
        qint64 spanMs = 1;
        bool follows = true;

        friend bool operator==(const Place &, const Place &) = default;
    };
    void put(Place place);

    Place m_place;
    qint64 m_nowMs = 0;
    std::vector<Place> m_past;
    std::vector<Place> m_future;
};

} // namespace manometer::gui
