// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is known of one entry, in three views: metadata as a tree, as text, and the facts about the entry. It
// fills widgets that a page owns; a late answer never overwrites a newer one. GUI thread; nothing blocks.
#pragma once

#include "gui/entries/JsonModel.h"
#include "service/CacheView.h"

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
    EntryDetails(service::CacheView *cache, QTreeView *tree, QPlainTextEdit *raw, QTreeView *facts,
                 QObject *parent = nullptr);

    void show(service::EntryId id);
    void clear();

private:
    void take(const std::optional<service::EntryDetail> &detail);
    void addFact(const QString &name, const QString &value);

    service::CacheView *m_cache;
    QTreeView *m_tree;
    QPlainTextEdit *m_raw;
    JsonModel m_json;
    QStandardItemModel m_facts;
    quint64 m_question = 0;
};

} // namespace manometer::gui
