// SPDX-License-Identifier: GPL-3.0-or-later
//
// What happened, newest at the bottom: filtered by text and kind. 'Follow' keeps the newest in view;
// scrolling up stops it and a button then counts what came since. GUI thread; nothing blocks.
#pragma once

#include "gui/events/EventModel.h"
#include "service/MonitorView.h"

#include <QSortFilterProxyModel>
#include <QWidget>

#include <memory>
#include <optional>

namespace manometer::gui {

namespace Ui {
class EventPage;
}

// Rows that contain a text and are of a kind. At most EventModel::defaultCapacity rows: fast enough.
class EventFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setText(const QString &text);
    // An index of service::Event::what; empty for all.
    void setKinds(const QList<int> &kinds);
    // Only events of this level or a higher one; empty for all, those without a level included.
    void setLeastLevel(std::optional<pressure::Level> level);
    // Only what lies within; empty for all times.
    void setRange(std::optional<service::TimeRange> range);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    QList<int> m_kinds;
    std::optional<pressure::Level> m_leastLevel;
    std::optional<service::TimeRange> m_range;
};

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
    void setVisibleRange(const service::TimeRange &range);

    // The filters. What is of another version is left alone.
    QByteArray saveView() const;
    void restoreView(const QByteArray &state);

signals:
    void selected(quint64 id);           // by whatever means; 0 for none
    void momentRequested(qint64 wallMs); // the operator wants to see it on the chart

private:
    void fillKinds();
    void fillLevels();
    void filterByRange();
    void selectRow(int row);
    quint64 currentId() const;
    void arrived(int rows);
    void setFollowing(bool following);
    void refresh();

    std::unique_ptr<Ui::EventPage> m_ui;
    EventModel *m_model;
    EventFilter m_filter;
    service::TimeRange m_visible;
    int m_unseen = 0;
};

} // namespace manometer::gui
