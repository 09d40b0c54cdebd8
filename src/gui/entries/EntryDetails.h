// SPDX-License-Identifier: GPL-3.0-or-later
//
// The details of one entry in four views: metadata as a tree, as text and as bytes, and the entry's
// properties. Of an answer of the exiftool command it shows what exiftool wrote. The tree keeps what is
// unfolded from entry to entry. Fills widgets that a page owns. A late answer never overwrites a newer one.
// GUI thread; nothing blocks.
#pragma once

#include "gui/entries/JsonModel.h"
#include "gui/entries/UnfoldedKeys.h"
#include "views/CacheView.h"

#include <QStandardItemModel>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
class QTreeView;
QT_END_NAMESPACE

namespace manometer::gui {

class EntryDetails final : public QObject
{
    Q_OBJECT
public:
    struct Widgets
    {
        QTreeView *tree;
        QPlainTextEdit *raw;
        QPlainTextEdit *hex;
        QTreeView *facts;
    };
    EntryDetails(views::CacheView *cache, const Widgets &widgets, QObject *parent = nullptr);

    void show(views::EntryId id);
    void clear();
    // The shown entry; empty while it is loading.
    const std::optional<views::EntryDetail> &detail() const { return m_detail; }

signals:
    void detailChanged();

private:
    void empty();
    void take(const std::optional<views::EntryDetail> &detail);
    void addFact(const QString &name, const QString &value);

    views::CacheView *m_cache;
    Widgets m_widgets;
    JsonModel m_json;
    UnfoldedKeys m_unfolded;
    QStandardItemModel m_facts;
    std::optional<views::EntryDetail> m_detail;
    quint64 m_question = 0;
};

} // namespace manometer::gui
