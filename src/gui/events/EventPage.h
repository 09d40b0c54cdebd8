// SPDX-License-Identifier: GPL-3.0-or-later
//
// What happened, newest at the bottom: filtered by text and kind. 'Follow' keeps the newest in view;
// scrolling up stops it and a button then counts what came since. GUI thread; nothing blocks.
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
    // Selects the event; filters that hide it are taken back.
    void showEvent(quint64 id);
    using QWidget::showEvent;
    void selectNext();
    void selectPrevious();
    // What the chart shows, for the filter of the same name.
    void setVisibleRange(const views::TimeRange &range);

    // The filters. What is of another version is left alone.
    QByteArray saveView() const;
    void restoreView(const QByteArray &state);

signals:
    void selected(quint64 id);         // by whatever means; 0 for none
    void momentRequested(qint64 atMs); // on the samples' clock: the operator wants to see it on the chart

private:
    void fillKinds();
    void fillLevels();
    void filterByRange();
    void selectRow(int row);
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
