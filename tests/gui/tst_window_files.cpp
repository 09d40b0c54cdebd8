// SPDX-License-Identifier: GPL-3.0-or-later
//
// Exports, recordings, pictures and copies.
#include "gui/WindowFixture.h"
#include "gui/events/EventPage.h"
#include "gui/shell/DiagnosticsDialog.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLineEdit>
#include <QProgressBar>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

#include <array>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace manometer;
using namespace manometer::gui;

class TestWindowFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }

    void samplesAreExportedAndAPictureSaved()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        QTemporaryDir folder;
        const auto choose = [&fixture](const QString &file) {
            auto *dialog = fixture.window->findChild<QFileDialog *>();
            QVERIFY(dialog);
            emit dialog->fileSelected(file);
            dialog->close();
            VERIFY_EVENTUALLY(!fixture.window->findChild<QFileDialog *>());
            fixture.window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
        };
        QTest::keyClick(fixture.chart(), Qt::Key_E, Qt::ControlModifier);
        choose(folder.filePath(u"s.csv"_s));
        QCOMPARE(fixture.fake.exports.asked.size(), 1);
        QCOMPARE(fixture.fake.exports.asked.front().file, folder.filePath(u"s.csv"_s));
        QCOMPARE(fixture.fake.exports.asked.front().profile, views::CsvProfile::Plain);
        const views::TimeRange range = fixture.fake.exports.asked.front().range;
        QVERIFY(std::abs(range.toWallMs - range.fromWallMs - 15 * 60'000) < 2000); // the visible range
        VERIFY_EVENTUALLY(fixture.window->statusBar()->currentMessage().startsWith(u"Saved to"_s));
        fixture.fake.exports.answer = u"No space left on device"_s;
        fixture.action(u"Export all e&vents…"_s)->trigger();
        choose(folder.filePath(u"v.csv"_s));
        QCOMPARE(fixture.fake.exports.asked.back().what, u"events"_s);
        VERIFY_EVENTUALLY(fixture.window->statusBar()->currentMessage().contains(u"No space left"_s));
        QTest::keyClick(fixture.chart(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        choose(folder.filePath(u"p.png"_s));
        VERIFY_EVENTUALLY(fixture.window->statusBar()->currentMessage().startsWith(u"Picture saved to"_s));
        QVERIFY(!QImage(folder.filePath(u"p.png"_s)).isNull());
        QTest::keyClick(fixture.chart(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        choose(u"/nonexistent/p.png"_s);
        VERIFY_EVENTUALLY(
            fixture.window->statusBar()->currentMessage().startsWith(u"Picture not saved to"_s));
    }

    // A pipe without a reader simulates a slow disk.
    void theWindowRespondsWhileAPictureIsWritten()
    {
        WindowFixture fixture;
        QVERIFY(fixture.drawn());
        QTemporaryDir folder;
        const QByteArray pipe = QFile::encodeName(folder.filePath(u"p.png"_s));
        QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
        const int reader = ::open(pipe.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(reader >= 0);
        const auto closing = qScopeGuard([reader] { ::close(reader); });
        QVERIFY(::fcntl(reader, F_SETPIPE_SZ, 4096) > 0); // less than any picture of the chart
        QTest::keyClick(fixture.chart(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = fixture.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        emit dialog->fileSelected(QFile::decodeName(pipe));
        dialog->close();
        QByteArray bytes;
        const auto isWhole = [&bytes, reader] {
            std::array<char, 4096> part{};
            for (ssize_t count = 1; count > 0;) {
                count = ::read(reader, part.data(), part.size());
                bytes.append(part.data(), std::max<ssize_t>(count, 0));
            }
            return !QImage::fromData(bytes).isNull();
        };
        VERIFY_EVENTUALLY(isWhole());
        VERIFY_EVENTUALLY(fixture.window->statusBar()->currentMessage().startsWith(u"Picture saved to"_s));
    }

    void aLongExportShowsProgressAndCanBeCancelled()
    {
        WindowFixture fixture;
        fixture.child<QLineEdit>(u"filter"_s);
        fixture.action(u"Export cache en&tries…"_s)->trigger();
        auto *dialog = fixture.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        emit dialog->fileSelected(u"/tmp/e.csv"_s);
        dialog->close();
        auto *progress = fixture.child<QProgressBar>(u"exportProgress"_s);
        VERIFY_EVENTUALLY(progress && progress->isVisible());
        fixture.fake.exports.entries->setProgressValue(40);
        COMPARE_EVENTUALLY(progress->value(), 40);
        // Another one that ends at once does not hide it.
        fixture.action(u"Save &whole recording…"_s)->trigger();
        emit fixture.window->findChildren<QFileDialog *>().back()->fileSelected(u"/tmp/a.manometer"_s);
        QCOMPARE(fixture.fake.exports.asked.back().what, u"recording"_s);
        QCoreApplication::processEvents();
        QVERIFY(progress->isVisible());
        QTest::mouseClick(fixture.child<QToolButton>(u"exportCancel"_s), Qt::LeftButton);
        QVERIFY(fixture.fake.exports.entries->isCanceled());
        fixture.fake.exports.entries->finish();
        VERIFY_EVENTUALLY(!progress->isVisible());
        VERIFY_EVENTUALLY(fixture.window->statusBar()->currentMessage().contains(u"cancelled"_s));
    }

    void aMessageDoesNotOverlapTheStatusValues()
    {
        WindowFixture fixture;
        QStatusBar *bar = fixture.window->statusBar();
        const auto seen = [bar] {
            QStringList texts;
            for (const QLabel *label : bar->findChildren<QLabel *>())
                if (label->isVisible())
                    texts += label->text();
            return texts;
        };
        VERIFY_EVENTUALLY(seen().size() >= 3);
        bar->showMessage(u"Saved to /data/a.csv"_s, 60'000);
        QCOMPARE(seen(), QStringList());
        // The values keep changing and must not appear under the message.
        emit fixture.fake.monitor.statusChanged(fixture.fake.monitor.now);
        QTest::qWait(900);
        QCOMPARE(seen(), QStringList());
        QCOMPARE(bar->currentMessage(), u"Saved to /data/a.csv"_s);
        bar->clearMessage();
        QVERIFY(seen().size() >= 3);
    }

    void theSuggestedFileNameSaysWhatAndWhen()
    {
        WindowFixture fixture;
        const QString today = QDate::currentDate().toString(Qt::ISODate);
        const auto offered = [&fixture](const QString &command) {
            fixture.action(command)->trigger();
            auto *dialog = fixture.window->findChild<QFileDialog *>();
            const QString file = dialog ? dialog->selectedFiles().value(0) : QString();
            delete dialog;
            return QFileInfo(file);
        };
        QCOMPARE(offered(u"Export &all samples…"_s).fileName(), u"manometer-samples-%1.csv"_s.arg(today));
        QCOMPARE(offered(u"Export all e&vents…"_s).fileName(), u"manometer-events-%1.csv"_s.arg(today));
        QCOMPARE(offered(u"Export cache en&tries…"_s).fileName(), u"manometer-entries-%1.csv"_s.arg(today));
        QCOMPARE(offered(u"&Record samples…"_s).fileName(), u"manometer-recording-%1.csv"_s.arg(today));
        QCOMPARE(offered(u"Save &picture of the chart…"_s).fileName(), u"manometer-%1.png"_s.arg(today));
    }

    void theNextFileIsSuggestedInTheLastFolder()
    {
        WindowFixture fixture;
        QTemporaryDir folder;
        const auto dialog = [&fixture](const QString &command) {
            fixture.action(command)->trigger();
            return fixture.window->findChild<QFileDialog *>();
        };
        QFileDialog *first = dialog(u"Export &all samples…"_s);
        QVERIFY(first);
        emit first->fileSelected(folder.filePath(u"s.csv"_s));
        delete first;
        QFileDialog *second = dialog(u"Save &picture of the chart…"_s);
        QVERIFY(second);
        QCOMPARE(QFileInfo(second->selectedFiles().value(0)).path(), folder.path());
        delete second;
    }

    void recordingIsStartedAndStoppedByKey()
    {
        WindowFixture fixture;
        QTest::keyClick(fixture.chart(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = fixture.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QAction *record = fixture.action(u"&Record samples…"_s);
        QVERIFY(!record->isChecked()); // not before there is a file
        emit dialog->fileSelected(u"/tmp/r.csv"_s);
        dialog->close();
        VERIFY_EVENTUALLY(record->isChecked());
        fixture.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
        QTest::keyClick(fixture.chart(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!record->isChecked());
        QVERIFY(fixture.fake.exports.recording.isEmpty());
        emit fixture.fake.exports.recordingFailed(u"/tmp/r.csv"_s, u"No space left on device"_s);
        const auto isInTheStatusBar = [&fixture] {
            const auto labels = fixture.window->statusBar()->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [](const QLabel *label) { return label->text().contains(u"stopped:"_s); });
        };
        VERIFY_EVENTUALLY(isInTheStatusBar());
    }

    void selectedRowsAreCopiedAsDisplayed()
    {
        WindowFixture fixture;
        auto *table = fixture.window->findChild<EventPage *>()->findChild<QTableView *>();
        VERIFY_EVENTUALLY(table->model()->rowCount() > 3);
        table->setFocus();
        for (const int row : {1, 2})
            table->selectionModel()->select(table->model()->index(row, 0),
                                            QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QVERIFY2(lines.size() == 2, qPrintable(QGuiApplication::clipboard()->text()));
        QCOMPARE(lines.front().split(u'\t').size(), 3);
        QVERIFY(lines.front().contains(u"Limit cut"_s) || lines.front().contains(u"→"_s));
    }

    void diagnosticsHaveNoNamesUnlessIncluded()
    {
        WindowFixture fixture;
        fixture.fake.monitor.report.rows = {{.signal = pressure::Signal::HostMemory,
                                             .state = pressure::SignalState::Works,
                                             .path = "/home/someone/rehearsal/meminfo"},
                                            {.signal = pressure::Signal::HostStall,
                                             .state = pressure::SignalState::Works,
                                             .path = "/proc/pressure/memory"}};
        for (const bool ticked : {false, true}) {
            fixture.action(u"Save &diagnostics…"_s)->trigger();
            auto *dialog = fixture.window->findChild<DiagnosticsDialog *>();
            QVERIFY(dialog);
            dialog->findChild<QCheckBox *>(u"diagnosticsNames"_s)->setChecked(ticked);
            QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save),
                              Qt::LeftButton);
            auto *files = dialog->findChild<QFileDialog *>();
            QVERIFY(files);
            emit files->fileSelected(u"/tmp/d.tar.gz"_s);
            COMPARE_EVENTUALLY(fixture.fake.exports.asked.size(), ticked ? 2 : 1);
            QCOMPARE(fixture.fake.exports.diagnosticsNames,
                     ticked ? views::FileNames::Included : views::FileNames::LeftOut);
            QCOMPARE(fixture.fake.exports.diagnosticsTexts.size(), 5);
            const auto settings = QJsonDocument::fromJson(fixture.fake.exports.diagnosticsTexts.at(1).second);
            QCOMPARE(settings[u"control"_s][u"growth_hold_ms"_s].toInt(), 15'000);
            QCOMPARE(settings[u"control"_s][u"basis"_s].toString(), u"auto"_s);
            QVERIFY(settings[u"limits"_s][u"expiry_s"_s].isDouble());
            const QByteArray cache = fixture.fake.exports.diagnosticsTexts.at(3).second;
            QCOMPARE(cache.contains("\"program\": \"immich\""), ticked);
            QCOMPARE(cache.contains("\"program\": \"1\""), !ticked);
            const QByteArray sources = fixture.fake.exports.diagnosticsTexts.at(4).second;
            QCOMPARE(sources.contains("someone"), ticked);
            QVERIFY(sources.contains("/proc/pressure/memory"));
            VERIFY_EVENTUALLY(!fixture.window->findChild<DiagnosticsDialog *>());
        }
    }

    void theStatusIsCopiedAsJson()
    {
        WindowFixture fixture;
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(fixture.window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const auto status = QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8());
        QVERIFY(status[u"memory"_s][u"pressure_level"_s].isString());
        QVERIFY(status[u"memory"_s][u"system"_s][u"percent"_s].isDouble());
        QVERIFY(status[u"cache"_s][u"hit_rate_percent"_s].isDouble());
    }
};

MANOMETER_TEST(Gui, TestWindowFiles)
#include "tst_window_files.moc"
