// SPDX-License-Identifier: GPL-3.0-or-later
//
// The draft as spin boxes: three levels with four values each, Apply, Revert, and the reason why the draft
// cannot be applied. A view of ThresholdModel, like the chart's handles. GUI thread.
#pragma once

#include "gui/thresholds/ThresholdModel.h"
#include "views/EvidenceView.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QDoubleSpinBox;
class QPushButton;
QT_END_NAMESPACE

namespace manometer::gui {

namespace Ui {
class ThresholdPage;
}

class ThresholdPage final : public QWidget
{
    Q_OBJECT
public:
    ThresholdPage(ThresholdModel *model, views::SettingsView *settings, views::EvidenceView *evidence,
                  QWidget *parent = nullptr);
    ~ThresholdPage() override;

    // Commits a value that was typed but not confirmed.
    void commitTyping();
    void focusValue(pressure::Level level);

    // The same in a low and in a high window: what it leaves out is up to fit().
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override; // without the rules, which F1 explains, too

    // The machine is a recording: a draft is replayed and never applied.
    void setRecorded();

signals:
    void applyRequested();
    void revertRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Field
    {
        QDoubleSpinBox *box;
        pressure::Level level;
        ThresholdModel::Figure figure;
    };
    void explainRows();
    void refresh();
    void fit();
    int fieldsHeight(int spacing) const;
    void showKept();
    void askForEvidence();
    void showHits(const views::HitEvidence &evidence);
    void colorProblem();

    std::unique_ptr<Ui::ThresholdPage> m_ui;
    ThresholdModel *m_model;
    views::SettingsView *m_settings;
    views::EvidenceView *m_evidence;
    QTimer m_ask;
    std::vector<Field> m_fields;
    QHash<QPushButton *, QString> m_words; // of the buttons
    QSize m_least;
    bool m_isLow = false;
    bool m_isRecorded = false;
};

} // namespace manometer::gui
