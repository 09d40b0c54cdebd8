// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list of events, newest at the bottom, filtered by text, kind, level and time. 'Follow' keeps the
// newest in view; scrolling up stops it, and a button then shows the number of new events. GUI thread;
// nothing blocks.
#pragma once

#include "gui/events/EventModel.h"
#include "gui/events/EventRowFilter.h"

#include <QWidget>

#include <memory>

namespace manometer::gui {

namespace Ui {
class EventPage;
}

class EventPage final : public QWidget
{
    Q_OBJECT
public:
    explicit EventPage(EventModel *events, QWidget *parent = nullptr);
    ~EventPage() override;

    void focusFilter();
    // Selects the event and resets filters that hide it.
    void showEvent(quint64 position);
    using QWidget::showEvent;
    void selectNext();
    void selectPrevious();
    // The visible range of the chart, for the 'In view' filter.
    void setVisibleRange(const views::TimeRange &range);

    // The filters. restoreView() ignores the bytes of another version.
    QByteArray saveView() const;
    void restoreView(const QByteArray &state);

signals:
    void selected(quint64 position);           // by mouse, keyboard or command; 0 for none
    void momentRequested(qint64 atMs);         // on the samples' monotonic clock: asks the chart to show it
    void processesRequested(quint64 position); // of a ProcessesEvent that was activated

private:
    void fillKinds();
    void fillLevels();
    void filterByRange();
    void selectRow(int row);
    void requestMoment(const QModelIndex &index);
    quint64 currentId() const;
    void arrived(int rows);
    void setFollowing(bool following);
    void refresh();
    void fitTimes();

    std::unique_ptr<Ui::EventPage> m_ui;
    EventModel *m_model;
    EventRowFilter m_filter;
    views::TimeRange m_visible;
    int m_unseen = 0;
};

} // namespace manometer::gui
