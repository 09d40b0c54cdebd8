// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/ExportProgress.h"

#include "gui/text/PlainText.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace manometer::gui {

ExportProgress::ExportProgress(QStatusBar *bar)
    : QWidget(bar)
    , m_bar(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
{
    setAccessibleName(tr("Export"));
    m_bar->setObjectName(u"exportProgress"_s);
    m_bar->setAccessibleName(tr("Progress of the export"));
    m_bar->setMaximumWidth(160);
    m_cancel->setObjectName(u"exportCancel"_s);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel the export"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    bar->addPermanentWidget(this);
    hide();
    m_showDelay.setSingleShot(true);
    m_showDelay.setInterval(300ms); // a shorter export needs no progress bar
    connect(&m_showDelay, &QTimer::timeout, this, [this] { setVisible(m_watcher.isRunning()); });
    connect(&m_watcher, &QFutureWatcherBase::progressRangeChanged, m_bar, &QProgressBar::setRange);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, m_bar, &QProgressBar::setValue);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        m_showDelay.stop();
        hide();
        if (m_watcher.isCanceled())
            emit cancelled(m_file);
    });
    connect(m_cancel, &QToolButton::clicked, &m_watcher, &QFutureWatcherBase::cancel);
}

void ExportProgress::follow(const QFuture<QString> &future, const QString &file)
{
    // One that has ended already does not take the place of one that runs.
    if (future.isFinished() && m_watcher.isRunning())
        return;
    m_file = file;
    m_bar->setRange(0, 0); // the total is not known yet
    text::setToolTip(m_bar, file);
    m_watcher.setFuture(future);
    m_showDelay.start();
}

} // namespace manometer::gui
