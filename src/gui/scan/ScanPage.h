// SPDX-License-Identifier: GPL-3.0-or-later
//
// The scan page: progress, rate, counts, and failures by file with what to do. GUI thread; nothing blocks.
#pragma once

#include "gui/scan/FailureModel.h"

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace manometer::gui {

namespace Ui {
class ScanPage;
}

class ScanPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ScanPage(views::ScanView *scan, QWidget *parent = nullptr);
    ~ScanPage() override;

    void addButton(QAction *addFolder);

private:
    enum class Ending : quint8 { None, Finished, Cancelled };
    void refresh();
    QString stateText(const views::ScanProgress &progress) const;
    void showProgress(const views::ScanProgress &progress);
    // What was not understood, skipped or failed, by reason: a line each.
    static QStringList breakdown(const views::ScanProgress &progress);

    std::unique_ptr<Ui::ScanPage> m_ui;
    views::ScanView *m_scan;
    FailureModel m_failures;
    Ending m_ending = Ending::None;
};

} // namespace manometer::gui
