// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is carried out of the window: exports, recordings, pictures, copies.
#include "gui/Desk.h"
#include "gui/events/EventPage.h"
#include "gui/shell/DiagnosticsDialog.h"

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

    void samplesAreExportedAndThePictureSaved()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        QTemporaryDir folder;
        const auto choose = [&desk](const QString &file) {
            auto *dialog = desk.window->findChild<QFileDialog *>();
            QVERIFY(dialog);
            emit dialog->fileSelected(file);
            dialog->close();
            QTRY_VERIFY(!desk.window->findChild<QFileDialog *>());
            desk.window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        };
        QTest::keyClick(desk.chart(), Qt::Key_E, Qt::ControlModifier);
        choose(folder.filePath(u"s.csv"_s));
        QCOMPARE(desk.fake.exports.asked.size(), 1);
        QCOMPARE(desk.fake.exports.asked.front().file, folder.filePath(u"s.csv"_s));
        QCOMPARE(desk.fake.exports.asked.front().profile, service::CsvProfile::Plain);
        const service::TimeRange range = desk.fake.exports.asked.front().range;
        QVERIFY(std::abs(range.toWallMs - range.fromWallMs - 15 * 60'000) < 2000); // what the chart shows
        QTRY_VERIFY(desk.window->statusBar()->currentMessage().startsWith(u"Written to"_s));
        desk.fake.exports.answer = u"No space left on device"_s;
        desk.action(u"Export all e&vents…"_s)->trigger();
        choose(folder.filePath(u"v.csv"_s));
        QCOMPARE(desk.fake.exports.asked.back().what, u"events"_s);
        QTRY_VERIFY(desk.window->statusBar()->currentMessage().contains(u"No space left"_s));
        QTest::keyClick(desk.chart(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        choose(folder.filePath(u"p.png"_s));
        QTRY_VERIFY(desk.window->statusBar()->currentMessage().startsWith(u"Picture written to"_s));
        QVERIFY(!QImage(folder.filePath(u"p.png"_s)).isNull());
        QTest::keyClick(desk.chart(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        choose(u"/nonexistent/p.png"_s);
        QTRY_VERIFY(desk.window->statusBar()->currentMessage().startsWith(u"Picture not written to"_s));
    }

    // A pipe that nobody reads from stands for a disk that takes its time.
    void theWindowLivesOnWhileThePictureIsWritten()
    {
        Desk desk;
        QVERIFY(desk.drawn());
        QTemporaryDir folder;
        const QByteArray pipe = QFile::encodeName(folder.filePath(u"p.png"_s));
        QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
        const int reader = ::open(pipe.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(reader >= 0);
        const auto closing = qScopeGuard([reader] { ::close(reader); });
        QVERIFY(::fcntl(reader, F_SETPIPE_SZ, 4096) > 0); // less than any picture of the chart
        QTest::keyClick(desk.chart(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = desk.window->findChild<QFileDialog *>();
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
        QTRY_VERIFY(isWhole());
        QTRY_VERIFY(desk.window->statusBar()->currentMessage().startsWith(u"Picture written to"_s));
    }

    void aLongExportShowsHowItGoesAndCanBeCancelled()
    {
        Desk desk;
        desk.child<QLineEdit>(u"filter"_s);
        desk.action(u"Export cache en&tries…"_s)->trigger();
        auto *dialog = desk.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        emit dialog->fileSelected(u"/tmp/e.csv"_s);
        dialog->close();
        auto *progress = desk.child<QProgressBar>(u"exportProgress"_s);
        QTRY_VERIFY(progress && progress->isVisible());
        desk.fake.exports.entries->setProgressValue(40);
        QTRY_COMPARE(progress->value(), 40);
        QTest::mouseClick(desk.child<QToolButton>(u"exportCancel"_s), Qt::LeftButton);
        QVERIFY(desk.fake.exports.entries->isCanceled());
        desk.fake.exports.entries->finish();
        QTRY_VERIFY(!progress->isVisible());
        QTRY_VERIFY(desk.window->statusBar()->currentMessage().contains(u"cancelled"_s));
    }

    void aMessageIsNotWrittenOverTheFigures()
    {
        Desk desk;
        QStatusBar *bar = desk.window->statusBar();
        const auto seen = [bar] {
            QStringList texts;
            for (const QLabel *label : bar->findChildren<QLabel *>())
                if (label->isVisible())
                    texts += label->text();
            return texts;
        };
        QTRY_VERIFY(seen().size() >= 3);
        bar->showMessage(u"Written to /data/a.csv"_s, 60'000);
        QCOMPARE(seen(), QStringList());
        // The figures go on, and must not come forward below the message.
        emit desk.fake.monitor.statusChanged(desk.fake.monitor.now);
        QTest::qWait(900);
        QCOMPARE(seen(), QStringList());
        QCOMPARE(bar->currentMessage(), u"Written to /data/a.csv"_s);
        bar->clearMessage();
        QVERIFY(seen().size() >= 3);
    }

    void aFileNameIsOfferedThatSaysWhatAndWhen()
    {
        Desk desk;
        const QString today = QDate::currentDate().toString(Qt::ISODate);
        const auto offered = [&desk](const QString &command) {
            desk.action(command)->trigger();
            auto *dialog = desk.window->findChild<QFileDialog *>();
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

    void theNextFileIsOfferedBesideTheLast()
    {
        Desk desk;
        QTemporaryDir folder;
        const auto dialog = [&desk](const QString &command) {
            desk.action(command)->trigger();
            return desk.window->findChild<QFileDialog *>();
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

    void recordingIsBegunAndEndedByKey()
    {
        Desk desk;
        QTest::keyClick(desk.chart(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = desk.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QAction *record = desk.action(u"&Record samples…"_s);
        QVERIFY(!record->isChecked()); // not before there is a file
        emit dialog->fileSelected(u"/tmp/r.csv"_s);
        dialog->close();
        QTRY_VERIFY(record->isChecked());
        desk.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        QTest::keyClick(desk.chart(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!record->isChecked());
        QVERIFY(desk.fake.exports.recording.isEmpty());
        emit desk.fake.exports.recordingFailed(u"/tmp/r.csv"_s, u"No space left on device"_s);
        const auto toldInTheStatusBar = [&desk] {
            const auto labels = desk.window->statusBar()->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [](const QLabel *label) { return label->text().contains(u"has ended"_s); });
        };
        QTRY_VERIFY(toldInTheStatusBar());
    }

    void selectedRowsAreCopiedAsTheyAreShown()
    {
        Desk desk;
        auto *table = desk.window->findChild<EventPage *>()->findChild<QTableView *>();
        QTRY_VERIFY(table->model()->rowCount() > 3);
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

    void diagnosticsAreSavedWithoutNamesUnlessTheyAreTicked()
    {
        Desk desk;
        desk.fake.monitor.report.rows = {{.signal = pressure::Signal::HostMemory,
                                          .state = pressure::SignalState::Works,
                                          .path = "/home/someone/rehearsal/meminfo"},
                                         {.signal = pressure::Signal::HostStall,
                                          .state = pressure::SignalState::Works,
                                          .path = "/proc/pressure/memory"}};
        for (const bool ticked : {false, true}) {
            desk.action(u"Save &diagnostics…"_s)->trigger();
            auto *dialog = desk.window->findChild<DiagnosticsDialog *>();
            QVERIFY(dialog);
            dialog->findChild<QCheckBox *>(u"diagnosticsNames"_s)->setChecked(ticked);
            QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save),
                              Qt::LeftButton);
            auto *files = dialog->findChild<QFileDialog *>();
            QVERIFY(files);
            emit files->fileSelected(u"/tmp/d.tar.gz"_s);
            QTRY_COMPARE(desk.fake.exports.asked.size(), ticked ? 2 : 1);
            QCOMPARE(desk.fake.exports.diagnosticsNames,
                     ticked ? service::FileNames::Included : service::FileNames::LeftOut);
            QCOMPARE(desk.fake.exports.diagnosticsTexts.size(), 5);
            const auto settings = QJsonDocument::fromJson(desk.fake.exports.diagnosticsTexts.at(1).second);
            QCOMPARE(settings[u"control"_s][u"growth_hold_ms"_s].toInt(), 15'000);
            QCOMPARE(settings[u"control"_s][u"basis"_s].toString(), u"auto"_s);
            QVERIFY(settings[u"limits"_s][u"expiry_s"_s].isDouble());
            const QByteArray sources = desk.fake.exports.diagnosticsTexts.at(4).second;
            QCOMPARE(sources.contains("someone"), ticked);
            QVERIFY(sources.contains("/proc/pressure/memory"));
            QTRY_VERIFY(!desk.window->findChild<DiagnosticsDialog *>());
        }
    }

    void theStatusIsCopiedAsJson()
    {
        Desk desk;
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(desk.window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const auto status = QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8());
        QVERIFY(status[u"memory"_s][u"pressure_level"_s].isString());
        QVERIFY(status[u"memory"_s][u"system"_s][u"percent"_s].isDouble());
        QVERIFY(status[u"cache"_s][u"hit_rate_percent"_s].isDouble());
    }
};

QTEST_MAIN(TestWindowFiles)
#include "tst_window_files.moc"
