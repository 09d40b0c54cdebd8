// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks for what thresholds have to keep, searches them, and offers the choices as drafts. Does not block.
// GUI thread.
#pragma once

#include "gui/table/TableModel.h"
#include "views/EvidenceView.h"

#include <QDialog>
#include <QFutureWatcher>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;
QT_END_NAMESPACE

namespace manometer::gui {

// The thresholds in effect, then the choices.
class SuggestionModel final : public TableModel
{
    Q_OBJECT
public:
    enum Column { Thresholds, Holds, Criticals, Rises, HighTime, Lead, HitPoints, ColumnCount };

    using TableModel::TableModel;
    void show(const views::SuggestAnswer &answer);
    const views::SuggestedThresholds &at(int row) const { return m_rows[row]; }
    bool isInEffect(int row) const { return m_hasBase && row == 0; }
    // Whether the hold times of a choice differ from those in effect.
    bool hasOtherHolds() const;

protected:
    std::span<const TableColumn> columns() const override;
    qsizetype rows() const override { return m_rows.size(); }
    QVariant cell(const QModelIndex &index, int role) const override;

private:
    bool hasOtherHolds(int row) const;

    QList<views::SuggestedThresholds> m_rows;
    bool m_hasBase = false;
    bool m_hasIncidents = false;
};

class SuggestDialog final : public QDialog
{
    Q_OBJECT
public:
    // `question`: the base and the time of the search.
    SuggestDialog(views::EvidenceView *evidence, const views::SuggestQuestion &question, QWidget *parent);
    ~SuggestDialog() override; // cancels the search

signals:
    void chosen(const manometer::pressure::Thresholds &thresholds);

private:
    struct Constraint
    {
        QCheckBox *check;
        QDoubleSpinBox *value;
    };
    Constraint addConstraint(QFormLayout *form, const QString &name, const QString &text,
                             const QString &suffix, double value, double most);
    views::SuggestQuestion question() const;
    void search();
    void stop();
    void showAnswer();
    void widenForTable();
    QString notes(const views::SuggestAnswer &answer) const;
    void setSearching(bool searching);

    views::EvidenceView *m_evidence;
    const views::SuggestQuestion m_question;
    views::SuggestQuestion m_asked; // the last search's
    SuggestionModel m_model;
    Constraint m_criticals{};
    Constraint m_lead{};
    Constraint m_hitPoints{};
    QPushButton *m_search;
    QProgressBar *m_progress;
    QLabel *m_result;
    QTableView *m_table;
    QPushButton *m_use;
    QFutureWatcher<views::SuggestAnswer> m_watcher;
};

} // namespace manometer::gui
