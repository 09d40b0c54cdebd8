// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fills every page, menu and dialog with names that are HTML and hovers everywhere: none is rendered, opened
// or taken for a mnemonic.
#include "gui/FakeViews.h"
#include "gui/MainWindow.h"
#include "gui/PlausibleDay.h"
#include "gui/entries/CachePage.h"
#include "gui/text/Translation.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QFileDialog>
#include <QGraphicsView>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QToolTip>
#include <QTreeView>
#include <QWhatsThis>

#include <algorithm>
#include <atomic>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace manometer;
using namespace manometer::gui;
using namespace Qt::StringLiterals;

namespace {

// A FIFO that detects its readers and releases them; otherwise they would block for ever.
class Bait
{
public:
    explicit Bait(const QString &file)
        : m_file(QFile::encodeName(file))
        , m_made(::mkfifo(m_file.constData(), 0600) == 0)
        , m_watch([this] { watch(); })
    {}
    ~Bait()
    {
        m_ends = true;
        const int end = ::open(m_file.constData(), O_RDONLY | O_NONBLOCK);
        m_watch.join();
        ::close(end);
        ::unlink(m_file.constData());
    }
    Q_DISABLE_COPY_MOVE(Bait)
    bool isMade() const { return m_made; }
    int opened() const { return m_opened; }

private:
    void watch()
    {
        while (true) {
            const int end = ::open(m_file.constData(), O_WRONLY); // returns when there is a reader
            if (m_ends || end < 0)
                return;
            ++m_opened;
            ::close(end);
        }
    }

    QByteArray m_file;
    bool m_made;
    std::atomic<int> m_opened = 0;
    std::atomic<bool> m_ends = false;
    std::thread m_watch;
};

class Document final : public QTextDocument
{
public:
    int asked = 0;

protected:
    QVariant loadResource(int, const QUrl &) override
    {
        ++asked;
        return {};
    }
};

class Hostile
{
public:
    explicit Hostile(const QString &fifo)
        : m_tag("<img src='file://" + QFile::encodeName(fifo) + "'>")
    {}
    QByteArray tag() const { return m_tag; }
    // Also at the beginning of a name, where Qt looks for markup.
    QByteArray name() const { return m_tag + "<b>&Key &amp; <script>\n\u202ecod.exe"; }
    QByteArray path() const { return "/data/" + name(); }
    QString text() const { return QString::fromUtf8(name()); }
    QByteArray longName() const { return m_tag + QByteArray(5000, 'x'); }

private:
    QByteArray m_tag;
};

void poison(FakeViews &fake, const Hostile &hostile)
{
    for (qsizetype index = 0; index < fake.cache.entries.size(); ++index) {
        views::EntryRow &entry = fake.cache.entries[index];
        entry.path = index % 3 == 0   ? hostile.path() + "/file"
                     : index % 3 == 1 ? hostile.name()
                                      : hostile.longName();
        entry.depth = hostile.name();
    }
    fake.cache.metadata = "{\"" + hostile.tag() + "\":\"" + hostile.tag() + R"(","Artist":")" +
                          hostile.longName() + R"(","list":["a\n)" + hostile.tag() + R"(",")" +
                          hostile.tag() + "\"]}";
    fake.cache.figures.health.quarantinedShards = 1;
    fake.cache.figures.health.quarantinePath = hostile.name().toStdString();
    for (views::ClientUse &client : fake.cache.figures.answers.clients)
        client.program = hostile.name();
    for (views::ProcessMemory &holder : fake.monitor.holding.processes)
        holder.name = holder.controlGroup = hostile.name();
    const pressure::SourceError error{.kind = pressure::SourceError::Kind::Malformed,
                                      .path = hostile.name().toStdString(),
                                      .systemError = 0,
                                      .detail = hostile.name().toStdString()};
    fake.monitor.now.error = error;
    for (int index = 0; index < 3; ++index) {
        pressure::SignalRow row;
        row.path = hostile.name().toStdString();
        fake.monitor.report.rows.push_back(row);
    }
    const views::MemoryHolder holder{.name = hostile.name(), .pid = 1, .rssBytes = 1};
    fake.events.append(views::FutileEvent{.largestHolder = holder});
    fake.events.append(views::ProcessesEvent{
        .processes = {{.name = hostile.name(), .pid = 1, .rssBytes = 1, .controlGroup = hostile.name()}}});
    fake.events.append(views::RecordingEvent{.file = hostile.text(), .detail = hostile.text()});
    fake.events.append(views::SourceEvent{.error = error});
    fake.events.append(views::StoreEvent{.health = fake.cache.figures.health});
    fake.events.append(views::ScanEvent{.folder = hostile.name()});
    fake.events.append(views::SettingsFileEvent{.file = hostile.text(), .keptAs = hostile.text()});
    fake.events.append(views::NoteEvent{.text = hostile.text(), .atWallMs = 1, .incident = true});
    fake.events.append(views::SettingsAppliedEvent{.preset = hostile.text()});
    using Kind = views::ScanFailure::Kind;
    for (const Kind kind : {Kind::NoReader, Kind::Unreadable, Kind::ReaderFailed, Kind::NotStored})
        fake.scan.failed_ +=
            {.kind = kind, .path = hostile.name(), .systemError = EACCES, .detail = hostile.text()};
    fake.scan.now = {.running = true,
                     .folder = hostile.name(),
                     .found = 10,
                     .done = 1,
                     .failed = 4,
                     .current = hostile.name()};
    fake.settings.presets_ += views::Preset{.name = hostile.text(), .settings = FakeSettings::large()};
    fake.settings.base = hostile.text();
    fake.exports.recording = hostile.text();
    fake.exports.answer = hostile.text();
}

} // namespace

class TestHostileTexts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        installTranslation(qApp, QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY(m_folder.isValid());
    }

    void theBaitDetectsEveryReader()
    {
        Bait bait(m_folder.filePath(u"bait"_s));
        QVERIFY(bait.isMade());
        QTextDocument document;
        document.setHtml(QString::fromUtf8(Hostile(m_folder.filePath(u"bait"_s)).tag()));
        document.adjustSize();
        VERIFY_EVENTUALLY(bait.opened() > 0);
    }

    void noHostileNameIsRenderedUnderThePointer()
    {
        Bait bait(m_folder.filePath(u"bait"_s));
        QVERIFY(bait.isMade());
        const Hostile hostile(m_folder.filePath(u"bait"_s));
        m_seen.clear();
        m_wrong.clear();
        QVERIFY(QFile(m_folder.filePath(u"<img src=bait>.csv"_s)).open(QIODevice::WriteOnly));
        FakeViews fake;
        fillPlausibly(fake);
        poison(fake, hostile);
        MainWindow window(fake.views());
        window.resize(1400, 1000);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        emit fake.settings.saveFailed(hostile.text(), hostile.text());
        emit fake.exports.recordingFailed(hostile.text(), hostile.text());
        for (auto *dock : window.findChildren<QDockWidget *>()) {
            dock->show();
            dock->raise();
            QCoreApplication::processEvents();
            if (auto *table = dock->findChild<QTableView *>(u"table"_s)) {
                VERIFY_EVENTUALLY(table->model()->rowCount() > 0);
                table->selectRow(0);
            }
            if (auto *tree = dock->findChild<QTreeView *>(u"tree"_s)) {
                VERIFY_EVENTUALLY(tree->model()->rowCount() > 0);
                tree->expandAll();
            }
            QCoreApplication::processEvents();
            for (auto *tabs : dock->findChildren<QTabWidget *>())
                for (int tab = 0; tab < tabs->count(); ++tab) {
                    tabs->setCurrentIndex(tab);
                    QCoreApplication::processEvents();
                    hover(dock);
                }
            hover(dock);
        }
        auto *cache = window.findChild<CachePage *>();
        window.findChild<QDockWidget *>(u"cacheDock"_s)->raise();
        cache->showPrograms();
        QCoreApplication::processEvents();
        hover(cache);
        cache->showFolders();
        auto *folders = cache->findChild<QTreeView *>(u"folders"_s);
        VERIFY_EVENTUALLY(folders->model()->rowCount() > 0);
        folders->expandAll();
        QCoreApplication::processEvents();
        hover(cache);
        cache->focusEntries();
        hover(&window);
        for (auto *menu : window.findChildren<QMenu *>())
            hoverMenu(menu);
        openEveryDialog(&window);
        auto *progress = window.findChild<QWidget *>(u"exportProgress"_s);
        VERIFY_EVENTUALLY(progress->isVisible());
        hover(progress);
        judgeTexts();
        QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
        QCOMPARE(bait.opened(), 0);
        // The names appeared everywhere.
        const QSet<QString> places{u"Recording"_s,
                                   u"Problems"_s,
                                   u"Progress of the export"_s,
                                   u"State of the scan"_s,
                                   u"Files that could not be read"_s,
                                   u"Cache entries"_s,
                                   u"Folders of the cache entries and their sizes"_s,
                                   u"Programs that use exiftool, by requests"_s,
                                   u"About the entry"_s,
                                   u"Metadata as a tree"_s,
                                   u"Signals of memory pressure"_s,
                                   u"Processes that use most memory, largest first"_s,
                                   u"Events, oldest first"_s};
        const QSet<QString> unseen = places - m_seen;
        QVERIFY2(unseen.isEmpty(), qPrintable(unseen.values().join(u", "_s)));
        const QSet<QString> dialogs{u"Note"_s,           u"Settings"_s,          u"Save as preset"_s,
                                    u"Import preset"_s,  u"Export as preset"_s,  u"Export all samples"_s,
                                    u"Delete entries"_s, u"Save diagnostics"_s,  u"About Manometer"_s,
                                    u"Help"_s,           u"Keyboard shortcuts"_s};
        const QSet<QString> unopened = dialogs - m_dialogs;
        QVERIFY2(unopened.isEmpty(), qPrintable(unopened.values().join(u", "_s)));
    }

private:
    // The visible tooltip, which must not render anything.
    void judge(const QString &place, const QString &text)
    {
        if (!text.contains(u"bait"_s))
            return;
        m_seen.insert(place);
        if (!Qt::mightBeRichText(text))
            return;
        Document document;
        document.setHtml(text);
        document.adjustSize();
        if (document.asked > 0 || !document.toPlainText().remove(u'\u200b').contains(u"<img src="_s))
            m_wrong += u"%1: %2"_s.arg(place, text.left(200));
    }

    static QString nameOf(const QWidget *widget)
    {
        for (; widget; widget = widget->parentWidget())
            if (!widget->accessibleName().isEmpty())
                return widget->accessibleName();
        return {};
    }

    void rest(QWidget *widget, QPoint at, const QString &place)
    {
        QHelpEvent tip(QEvent::ToolTip, at, widget->mapToGlobal(at));
        QApplication::sendEvent(widget, &tip);
        if (QToolTip::isVisible())
            judge(place, QToolTip::text());
        // Hides it immediately; hideText() does so later.
        QEvent away(QEvent::WindowDeactivate);
        QApplication::sendEvent(this, &away);
    }

    void hover(QWidget *root)
    {
        QList<QPointer<QWidget>> widgets{root};
        for (auto *widget : root->findChildren<QWidget *>())
            widgets += widget;
        for (const QPointer<QWidget> &each : widgets) {
            QWidget *widget = each; // a file dialog changes meanwhile
            if (!widget || !widget->isVisible())
                continue;
            rest(widget, widget->rect().center(), nameOf(widget));
            judge(nameOf(widget), widget->whatsThis());
            judge(nameOf(widget), widget->statusTip());
            if (auto *header = qobject_cast<QHeaderView *>(widget))
                for (int section = 0; section < header->count(); ++section)
                    rest(header->viewport(), {header->sectionViewportPosition(section) + 3, 3},
                         nameOf(header));
            else if (auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model())
                hoverItems(view, {});
            else if (auto *graphics = qobject_cast<QGraphicsView *>(widget))
                for (int x = 0; x < graphics->width(); x += 24)
                    for (int y = 0; y < graphics->height(); y += 12)
                        rest(graphics->viewport(), {x, y}, nameOf(graphics));
        }
    }

    void hoverItems(QAbstractItemView *view, const QModelIndex &parent)
    {
        constexpr int mostRows = 20;
        const QAbstractItemModel *model = view->model();
        const int rows = model->rowCount(parent);
        for (int row = std::max(0, rows - mostRows); row < rows; ++row) { // the newest events
            for (int column = 0; column < model->columnCount(parent); ++column) {
                const QModelIndex index = model->index(row, column, parent);
                view->scrollTo(index);
                rest(view->viewport(), view->visualRect(index).center(), nameOf(view));
                for (const int role : {Qt::ToolTipRole, Qt::WhatsThisRole, Qt::StatusTipRole})
                    judge(nameOf(view), index.data(role).toString());
            }
            if (const QModelIndex first = model->index(row, 0, parent); model->hasChildren(first))
                hoverItems(view, first);
        }
    }

    void hoverMenu(QMenu *menu)
    {
        menu->popup({0, 0});
        QCoreApplication::processEvents();
        for (QAction *action : menu->actions())
            rest(menu, menu->actionGeometry(action).center(), u"menu "_s + menu->title());
        menu->close();
    }

    void openEveryDialog(QWidget *window)
    {
        // By their texts: some menus recreate their actions when one is triggered.
        QList<std::pair<QMenu *, QString>> entries;
        for (auto *menu : window->findChildren<QMenu *>())
            for (const QAction *action : menu->actions())
                if (!action->menu() && !action->text().isEmpty() && action->text() != u"&Quit"_s)
                    entries += {menu, action->text()};
        for (const auto &[menu, text] : entries) {
            const QList<QAction *> present = menu->actions();
            const auto found =
                std::find_if(present.begin(), present.end(),
                             [&text = text](const QAction *each) { return each->text() == text; });
            if (found == present.end() || !(*found)->isEnabled())
                continue;
            (*found)->trigger();
            QWhatsThis::leaveWhatsThisMode();
            QCoreApplication::processEvents();
            judgeTexts();
            QList<QPointer<QDialog>> dialogs;
            for (auto *dialog : window->findChildren<QDialog *>())
                dialogs += dialog;
            for (const QPointer<QDialog> &dialog : dialogs) {
                if (!dialog || !dialog->isVisible())
                    continue;
                m_dialogs.insert(dialog->windowTitle());
                auto *files = qobject_cast<QFileDialog *>(dialog.data());
                if (files)
                    files->setDirectory(m_folder.path());
                hover(dialog);
                if (files) // names in messages and progress
                    emit files->fileSelected(m_folder.filePath(u"<img src=bait>.csv"_s));
                dialog->reject();
                judgeTexts();
            }
            hover(window->findChild<QWidget *>(u"noticeBar"_s));
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    // All labels, actions, buttons and tabs, visible or not.
    void judgeTexts()
    {
        for (QWidget *widget : QApplication::allWidgets()) {
            if (const auto *label = qobject_cast<const QLabel *>(widget);
                label && !label->inherits("QTipLabel") && label->textFormat() != Qt::PlainText)
                judge(nameOf(label), label->text());
            if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
                judgeKey(nameOf(label), label->text());
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                judgeKey(nameOf(button), button->text());
            if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
                for (int tab = 0; tab < tabs->count(); ++tab)
                    judgeKey(nameOf(tabs), tabs->tabText(tab));
            for (const QAction *action : widget->actions()) {
                judgeKey(nameOf(widget), action->text());
                // Without a tooltip, the text is shown.
                if (action->toolTip() != action->text())
                    judge(action->text(), action->toolTip());
                judge(action->text(), action->whatsThis());
                judge(action->text(), action->statusTip());
            }
        }
    }

    void judgeKey(const QString &place, const QString &text)
    {
        if (text.contains(u"bait"_s) && !QKeySequence::mnemonic(text).isEmpty())
            m_wrong += u"%1 has a key in %2"_s.arg(place, text.left(200));
    }

    QTemporaryDir m_folder;
    QSet<QString> m_seen; // tooltips that contained a hostile name
    QSet<QString> m_dialogs;
    QStringList m_wrong;
};

MANOMETER_TEST(Gui, TestHostileTexts)
#include "tst_hostile_texts.moc"
