// SPDX-License-Identifier: GPL-3.0-or-later
//
// How much of the cache each folder takes: a tree of folders that is counted when the panel is opened and
// when the operator asks for it. It covers the entries that match the filter, of all folders. The last count
// stays until the next one is complete. GUI thread; nothing blocks.
#pragma once

#include "gui/entries/FolderCount.h"
#include "gui/entries/FolderModel.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QAction;
class QLabel;
QT_END_NAMESPACE

namespace manometer::gui {

class ElidedLabel;

namespace Ui {
class FoldersPanel;
}

class FoldersPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit FoldersPanel(views::CacheView *cache, QWidget *parent = nullptr);
    ~FoldersPanel() override;

    // Counts the entries that match this valid filter (EntryFilter.h), if that is needed. A folder in it is
    // ignored: the tree offers the others, too. `filterProblem`: what is wrong with a newer filter; empty if
    // there is none. The panel states both.
    void open(const QString &filter, const QString &filterProblem);
    void takeFocus();

signals:
    void closed(); // the operator returns to the entries
    // The operator wants the entries of this folder: raw bytes, empty for the root.
    void folderChosen(const QByteArray &path);

private:
    void buildTree();
    void buildActions();
    void count();
    void take(const FolderSizes &sizes);
    void showProgress(qsizetype done, qsizetype all);
    void endCount(const QString &problem);
    void chooseCurrent();
    void copyPath();
    QSet<QByteArray> expandedPaths() const;
    void expand(const QSet<QByteArray> &paths);
    void expandLargest();
    void refreshTexts();
    QString countedText() const;
    QString whyEmpty() const;
    QString ignoredText() const;

    std::unique_ptr<Ui::FoldersPanel> m_ui;
    FolderCount m_count;
    FolderModel m_model;
    ElidedLabel *m_state;
    QLabel *m_ignored;   // which parts of the filter are not in effect here
    ElidedLabel *m_what; // is summed
    QAction *m_show;
    QAction *m_copyPath;
    QTimer m_showDelay;
    QTimer m_noticeEnds;
    QElapsedTimer m_sinceStart;
    QString m_filter; // of the newest count
    QString m_filterProblem;
    bool m_ignoresFolder = false;
    QString m_shownFilter;              // of the shown folders
    std::optional<FolderSizes> m_shown; // without its rows
    std::chrono::milliseconds m_took{};
    QString m_problem; // why the newest count has no result
    QString m_notice;
    bool m_isOutdated = false; // the cache changed since the newest count began
    bool m_isSortChosen = false;
    bool m_isFocusDue = false; // the tree gets it once it has rows
};

} // namespace manometer::gui
