// SPDX-License-Identifier: GPL-3.0-or-later
//
// The visible time range of the chart: a span that ends now and moves on, or a fixed one, with a history for
// back and forward. Times are milliseconds on the monitor's monotonic clock. No clock of its own: the caller
// sets the present with setNow().
#pragma once

#include <QtGlobal>

#include <chrono>
#include <vector>

namespace manometer::gui {

class TimeWindow
{
public:
    // A shorter span has too few samples; a longer one exceeds what History keeps.
    static constexpr std::chrono::milliseconds leastSpan = std::chrono::seconds(10);
    static constexpr std::chrono::milliseconds greatestSpan = std::chrono::hours(7 * 24);

    explicit TimeWindow(std::chrono::milliseconds span);

    qint64 beginMs() const { return m_place.endMs - m_place.spanMs; }
    qint64 endMs() const { return m_place.endMs; }
    qint64 spanMs() const { return m_place.spanMs; }
    // True if the right edge is the present.
    bool follows() const { return m_place.follows; }

    // Sets the present, which is the right edge while it follows.
    void setNow(qint64 nowMs);
    void follow();
    void hold(); // keeps the right edge where it is

    // Keeps the right edge. The span is limited to leastSpan … greatestSpan.
    void setSpan(std::chrono::milliseconds span);
    // A factor above 1 shows more time. The anchor keeps its position; while following, the present does.
    void zoomAt(qint64 anchorMs, double factor);
    // Positive values move to a later time. A window that reaches the present follows it again.
    void panBy(qint64 ms);
    void show(qint64 fromMs, qint64 toMs);

    // Adds the current window to the history. Call before one of the changes above.
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
