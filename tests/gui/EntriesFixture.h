// SPDX-License-Identifier: GPL-3.0-or-later
//
// The page of cache entries alone, on fake views.
#pragma once

#include "gui/PlausibleDay.h"
#include "gui/entries/CachePage.h"
#include "gui/entries/RemovalQuestion.h"
#include "gui/notice/NoticeBar.h"
#include "gui/text/Translation.h"
#include "support/Eventually.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace manometer::gui {

using namespace Qt::StringLiterals;

class EntriesFixture
{
public:
    explicit EntriesFixture(FakeViews &fake)
        : page(&fake.cache, &fake.monitor)
    {
        pin->setCheckable(true);
        page.setActions({.addFolder = addFolder, .pin = pin, .remove = remove});
        page.setNoticeBar(&bar);
        page.setScan(&fake.scan);
        page.resize(1000, 400);
        page.show();
    }
    void select(const QList<int> &rows) const
    {
        table()->selectRow(rows.front());
        for (const int row : rows)
            table()->selectionModel()->select(table()->model()->index(row, 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    void removeRows(const QList<int> &rows)
    {
        VERIFY_EVENTUALLY(table()->model()->rowCount() > rows.back());
        select(rows);
        page.removeSelected();
        VERIFY_EVENTUALLY(question());
        yes()->click();
    }
    QDialog *question() const { return page.findChild<RemovalQuestion *>(); }
    QPushButton *yes() const { return question()->findChild<QPushButton *>(u"yes"_s); }
    QString barText() const { return bar.findChild<QLabel *>(u"noticeText"_s)->text(); }
    QAction *action(const QString &name) const { return page.findChild<QAction *>(name); }
    QAction *column(const QString &text) const
    {
        for (QAction *one : child<QToolButton>(u"columns"_s)->menu()->actions())
            if (one->text() == text)
                return one;
        return nullptr;
    }
    template<typename Widget>
    Widget *child(const QString &name) const
    {
        return page.findChild<Widget *>(name);
    }
    QTableView *table() const { return child<QTableView>(u"table"_s); }
    QString count() const { return child<QLabel>(u"count"_s)->text(); }
    QString shown(int row) const { return table()->model()->index(row, EntryModel::Path).data().toString(); }

    CachePage page;
    QAction *addFolder = new QAction(u"Add folder"_s, &page);
    QAction *pin = new QAction(u"Pin"_s, &page);
    QAction *remove = new QAction(u"Delete"_s, &page);
    NoticeBar bar;
};

} // namespace manometer::gui
