// SPDX-License-Identifier: GPL-3.0-or-later
//
// A window whose backend is in another process: what it states about the connection, and what it may change.
#include "gui/FakeViews.h"
#include "gui/MainWindow.h"
#include "gui/PlausibleDay.h"
#include "gui/status/StatusPage.h"
#include "gui/text/ConnectionText.h"
#include "support/Eventually.h"
#include "support/TestMain.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QStatusBar>
#include <QTest>

using namespace manometer;
using namespace manometer::gui;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60'000;

class AttachedFixture
{
public:
    explicit AttachedFixture(bool isReadOnly = false)
        : m_backend(m_fake.views())
    {
        fillPlausibly(m_fake);
        views::FrontEnd views = m_fake.views();
        views.attached = &m_backend;
        views.place = u"unix:/run/far.sock"_s;
        views.isReadOnly = isReadOnly;
        m_backend.now = {.state = views::Connection::State::Connecting};
        window = std::make_unique<MainWindow>(views);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }
    void become(views::Connection::State state, qint64 agoMs = 0, const QString &reason = {},
                const QString &version = {})
    {
        m_backend.become({.state = state,
                          .sinceWallMs = QDateTime::currentMSecsSinceEpoch() - agoMs,
                          .reason = reason,
                          .version = version});
    }
    // What the bar says; empty if it is hidden.
    QString bar() const
    {
        const auto *text = window->findChild<QLabel *>(u"connectionText"_s);
        return text->isVisible() ? text->text() : QString();
    }
    QString label(const QString &name) const { return window->findChild<QLabel *>(name)->text(); }
    QAction *action(const QString &text) const
    {
        for (QAction *each : window->findChildren<QAction *>())
            if (each->text() == text)
                return each;
        return nullptr;
    }
    FakeViews &fake() { return m_fake; }

private:
    FakeViews m_fake;
    FakeBackend m_backend;

public:
    std::unique_ptr<MainWindow> window; // before what it shows
};

} // namespace

class TestAttachedWindow : public QObject
{
    Q_OBJECT
private slots:
    void theTitleNamesTheBackend()
    {
        QCOMPARE(AttachedFixture().window->windowTitle(), u"Manometer – unix:/run/far.sock"_s);
        QCOMPARE(AttachedFixture(true).window->windowTitle(),
                 u"Manometer – unix:/run/far.sock (read-only)"_s);
    }

    void theStatusLineStatesThatTheWindowIsAttachedAndWhereTo()
    {
        const AttachedFixture fixture;
        const auto *place = fixture.window->findChild<QLabel *>(u"statusPlace"_s);
        QVERIFY(place->isVisible());
        QCOMPARE(place->text(), u"attached"_s);
        QVERIFY(place->accessibleDescription().contains(u"unix:/run/far.sock"_s));
        const AttachedFixture readOnly(true);
        QCOMPARE(readOnly.label(u"statusPlace"_s), u"attached, read-only"_s);
        FakeViews fake;
        MainWindow own(fake.views());
        own.show();
        QVERIFY(!own.findChild<QLabel *>(u"statusPlace"_s)->isVisible());
    }

    void aDraftWaitsForItsBackend()
    {
        AttachedFixture before;
        before.become(views::Connection::State::Connected);
        before.window->findChild<QDoubleSpinBox *>(u"highEnter"_s)->setValue(78);
        const QByteArray layout = before.window->saveLayout();
        const AttachedFixture other;
        QVERIFY(other.window->restoreLayout(layout));
        const auto *high = other.window->findChild<QDoubleSpinBox *>(u"highEnter"_s);
        QCOMPARE(high->value(), 80.0); // nothing is known of the backend yet
        AttachedFixture again;
        QVERIFY(again.window->restoreLayout(other.window->saveLayout()));
        again.become(views::Connection::State::Connected);
        QCOMPARE(again.window->findChild<QDoubleSpinBox *>(u"highEnter"_s)->value(), 78.0);
    }

    void aDraftForAnotherBackendIsKeptForIt()
    {
        AttachedFixture attached;
        attached.become(views::Connection::State::Connected);
        attached.window->findChild<QDoubleSpinBox *>(u"highEnter"_s)->setValue(78);
        FakeViews fake;
        MainWindow own(fake.views());
        QVERIFY(own.restoreLayout(attached.window->saveLayout()));
        QCOMPARE(own.findChild<QDoubleSpinBox *>(u"highEnter"_s)->value(), 80.0);
        AttachedFixture again;
        again.become(views::Connection::State::Connected);
        QVERIFY(again.window->restoreLayout(own.saveLayout()));
        QCOMPARE(again.window->findChild<QDoubleSpinBox *>(u"highEnter"_s)->value(), 78.0);
    }

    void theConnectionIsStatedWhereTheDataWouldBe()
    {
        AttachedFixture fixture;
        QVERIFY(fixture.bar().startsWith(u"Connecting to "_s));
        QCOMPARE(fixture.label(u"picture"_s), u"CONNECTING"_s);
        fixture.become(views::Connection::State::Connected);
        QVERIFY(fixture.bar().isEmpty());
        QCOMPARE(fixture.label(u"picture"_s), u"LIVE"_s);
        fixture.become(views::Connection::State::Lost, 0, u"connection refused"_s, u"1.2.3"_s);
        QVERIFY2(fixture.bar().contains(u"connection refused"_s), qPrintable(fixture.bar()));
        QVERIFY(fixture.label(u"picture"_s).startsWith(u"LOST SINCE "_s));
        QVERIFY(fixture.label(u"deviation"_s).contains(u"the connection is lost"_s));
        const auto *chart = fixture.window->findChild<TimeChart *>(u"timeChart"_s);
        VERIFY_EVENTUALLY(chart->frame().mark.startsWith(u"LOST SINCE "_s));
    }

    void aBackendThatWasNeverReachedWasNotLost()
    {
        AttachedFixture fixture;
        fixture.become(views::Connection::State::Lost, 0, u"connection refused"_s);
        QVERIFY2(fixture.bar().contains(u"cannot be reached"_s), qPrintable(fixture.bar()));
        QCOMPARE(fixture.label(u"picture"_s), u"NOT CONNECTED"_s);
    }

    void afterALossTheMissedSamplesAreAskedFor()
    {
        AttachedFixture fixture;
        fixture.become(views::Connection::State::Connected);
        fixture.become(views::Connection::State::Lost, 2 * minuteMs);
        const int asked = fixture.fake().monitor.samplesAsked;
        fixture.become(views::Connection::State::Connected);
        QCOMPARE(fixture.fake().monitor.samplesAsked, asked + 1);
        QVERIFY2(fixture.window->statusBar()->currentMessage().contains(u"again after"_s),
                 qPrintable(fixture.window->statusBar()->currentMessage()));
    }

    void aBackendOfAnotherVersionIsStated()
    {
        AttachedFixture fixture;
        fixture.become(views::Connection::State::Connected, 0, {}, u"9.9.9"_s);
        QVERIFY2(fixture.bar().contains(u"9.9.9"_s), qPrintable(fixture.bar()));
        fixture.become(views::Connection::State::Connected, 0, {}, QCoreApplication::applicationVersion());
        QVERIFY(fixture.bar().isEmpty());
    }

    void textsOfTheOtherSideAreShownAsText()
    {
        const QString sentence = text::connection(
            {.state = views::Connection::State::Lost, .sinceWallMs = 1, .reason = u"<b>x</b>\n\u202e"_s},
            u"a\nb"_s, {}, 1);
        QVERIFY(!sentence.contains(u'\n'));
        QVERIFY(!sentence.contains(u'\u202e'));
    }

    void anotherManometerIsAskedFor()
    {
        AttachedFixture fixture;
        fixture.window->setKnownPlaces(
            {{.address = u"http://127.0.0.1:80"_s, .tokenFile = u"/t"_s, .allowsChanges = true}});
        QList<Place> chosen;
        connect(fixture.window.get(), &MainWindow::connectRequested, this,
                [&chosen](const Place &place) { chosen += place; });
        const auto dialog = [&fixture] {
            fixture.action(u"C&onnect to another Manometer…"_s)->trigger();
            return fixture.window->findChild<ConnectDialog *>();
        };
        const QPointer<ConnectDialog> first = dialog();
        auto *address = first->findChild<QComboBox *>(u"connectAddress"_s);
        auto *accept = first->findChild<QPushButton *>(u"connect"_s);
        auto *token = first->findChild<QLineEdit *>(u"connectTokenFile"_s);
        QVERIFY(!accept->isEnabled());
        address->setEditText(u"http://127.0.0.1:80"_s);
        QVERIFY(!accept->isEnabled()); // without a token
        token->setText(u"/t"_s);
        QVERIFY(accept->isEnabled());
        address->setEditText(u" unix:/run/far.sock "_s);
        QVERIFY(!token->isEnabled());
        accept->click();
        QCOMPARE(chosen, (QList<Place>{{.address = u"unix:/run/far.sock"_s}}));
        VERIFY_EVENTUALLY(!first);
        const QPointer<ConnectDialog> second = dialog();
        address = second->findChild<QComboBox *>(u"connectAddress"_s);
        address->setCurrentIndex(0);
        emit address->activated(0);
        second->findChild<QPushButton *>(u"connect"_s)->click();
        QCOMPARE(chosen.last(),
                 (Place{.address = u"http://127.0.0.1:80"_s, .tokenFile = u"/t"_s, .allowsChanges = true}));
    }

    void aReadOnlyWindowOffersNoChange()
    {
        AttachedFixture fixture(true);
        fixture.become(views::Connection::State::Connected);
        for (const QString &name : {u"&Apply draft"_s, u"Read-on&ly"_s})
            QVERIFY2(!fixture.action(name)->isVisible(), qPrintable(name));
        QVERIFY(fixture.action(u"Read-on&ly"_s)->isChecked());
        QVERIFY(!fixture.action(u"&Add folder…"_s)->isEnabled());
        QVERIFY(!fixture.window->findChild<QWidget *>(u"highEnter"_s)->isEnabled());
        // Neither does a saved layout.
        QVERIFY(fixture.window->restoreLayout(AttachedFixture().window->saveLayout()));
        QVERIFY(fixture.action(u"Read-on&ly"_s)->isChecked());
        // Nor does it make other windows read-only.
        AttachedFixture other;
        QVERIFY(other.window->restoreLayout(fixture.window->saveLayout()));
        QVERIFY(!other.action(u"Read-on&ly"_s)->isChecked());
    }
};

MANOMETER_TEST(Gui, TestAttachedWindow)
#include "tst_attached_window.moc"
