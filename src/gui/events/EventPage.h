// SPDX-License-Identifier: GPL-3.0-or-later
//
// What happened, newest at the bottom: filtered by text and kind. 'Follow' keeps the newest in view;
// scrolling up stops it and a button then counts what came since. GUI thread; nothing blocks.
#pragma once

#include "gui/events/EventModel.h"

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

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    QList<int> m_kinds;
};

class EventPage final : public QWidget
{
    Q_OBJECT
public:
    explicit EventPage(EventModel *events, QWidget *parent = nullptr);
    ~EventPage() override;

    void focusFilter();

private:
    void fillKinds();
    void arrived(int rows);
    void setFollowing(bool following);
    void refresh();

    std::unique_ptr<Ui::EventPage> m_ui;
    EventModel *m_model;
    EventFilter m_filter;
    int m_unseen = 0;
};

} // namespace manometer::gui
