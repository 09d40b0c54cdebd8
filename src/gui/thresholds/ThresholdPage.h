// SPDX-License-Identifier: GPL-3.0-or-later
//
// The draft of the thresholds as spin boxes: three levels, four figures each, with Apply, Revert and the
// reason why a draft cannot be applied. A view on ThresholdModel, as the chart's handles are. GUI thread.
#pragma once

#include "gui/thresholds/ThresholdModel.h"

#include <QWidget>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QDoubleSpinBox;
QT_END_NAMESPACE

namespace manometer::gui {

namespace Ui {
class ThresholdPage;
}

class ThresholdPage final : public QWidget
{
    Q_OBJECT
public:
    ThresholdPage(ThresholdModel *model, views::SettingsView *settings, QWidget *parent = nullptr);
    ~ThresholdPage() override;

    // Takes what was typed but not confirmed yet.
    void commitTyping();
    void focusValue(pressure::Level level);

signals:
    void applyRequested();
    void revertRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Field
    {
        QDoubleSpinBox *box;
        pressure::Level level;
        ThresholdModel::Figure figure;
    };
    void refresh();
    void showKept();
    void colorProblem();

    std::unique_ptr<Ui::ThresholdPage> m_ui;
    ThresholdModel *m_model;
    views::SettingsView *m_settings;
    std::vector<Field> m_fields;
};

} // namespace manometer::gui
