// SPDX-License-Identifier: GPL-3.0-or-later
#include "RemoteFixture.h"
#include "async/Answer.h"
#include "support/TestMain.h"
#include "support/UnusualSettings.h"

#include <QSignalSpy>
#include <QTest>

using namespace manometer;
using namespace manometer::views;
using test::RemoteFixture;
using test::ServedReply;
using test::ServedRequest;
using test::sse;

class TestRemoteSettings : public QObject
{
    Q_OBJECT

    std::unique_ptr<RemoteFixture> m_fixture;
    Settings m_served; // in effect on the server
    int m_version = 1;
    std::optional<qint64> m_revertsAt;
    bool m_keepsWhatIsOnTrial = false; // as a server does; otherwise there is a route for it

    SettingsView *settings() { return m_fixture->views().settings; }
    static QString defaultName() { return QStringLiteral("default"); }

    QByteArray body() const
    {
        QByteArray text = remote::settingsText(m_served, defaultName());
        if (m_revertsAt) {
            text.chop(1);
            text += R"(,"reverts_at_unix_ms":)" + QByteArray::number(*m_revertsAt) + '}';
        }
        return text;
    }
    QByteArray eTag() const { return "\"v" + QByteArray::number(m_version) + '"'; }

    // GET and PUT of settings and thresholds, with versions.
    std::optional<ServedReply> reply(const ServedRequest &request)
    {
        const QByteArray path = request.target.split('?').constFirst();
        if (m_keepsWhatIsOnTrial && path == "/api/settings/keep")
            return std::exchange(m_revertsAt, std::nullopt) ? ServedReply{.status = 204}
                                                            : ServedReply::problem(410, "gone", "Too late.");
        const bool isThresholds = path == "/api/thresholds";
        if (!isThresholds && path != "/api/settings")
            return std::nullopt;
        if (request.method == "PUT") {
            if (request.headers.value("if-match") != eTag())
                return ServedReply::problem(412, "changed_since", "Changed.");
            if (isThresholds)
                m_served.thresholds = remote::thresholdsFrom(request.body).value_or(m_served.thresholds);
            else if (const auto put = remote::settingsFrom(request.body))
                m_served = put->settings;
            ++m_version;
            if (request.target.contains("revert_after_s=60"))
                m_revertsAt = 4'000'000'000'000;
        }
        return ServedReply{.body = isThresholds ? remote::thresholdsText(m_served.thresholds) : body(),
                           .headers = "ETag: " + eTag() + "\r\n"};
    }
    // As another program does.
    void changeElsewhere(const Settings &becomes)
    {
        m_fixture->api.change([&] {
            m_served = becomes;
            ++m_version;
        });
    }
    void announce(const QByteArray &more = {})
    {
        QByteArray text;
        m_fixture->api.change([&] { text = remote::settingsText(m_served, defaultName()); });
        text.insert(1, more);
        m_fixture->api.server.push(sse("settings", text));
    }
    static Settings withEntries(quint64 entries)
    {
        Settings settings;
        settings.memory.entries = entries;
        return settings;
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<RemoteFixture>();
        m_served = {};
        m_version = 1;
        m_revertsAt.reset();
        m_keepsWhatIsOnTrial = false;
        m_fixture->api.onRequest = [this](const ServedRequest &request) { return reply(request); };
    }
    void cleanup() { m_fixture.reset(); }

    void theServersSettingsAndPresetsArePublished()
    {
        m_fixture->api.settings = remote::settingsText(test::unusualSettings(), QStringLiteral("night"));
        m_fixture->api.presets = test::FakeApi::presetsText(
            QStringLiteral("night"),
            {{.name = QStringLiteral("night"), .settings = test::unusualSettings()}});
        remote::RemoteBackend backend(m_fixture->api.setup());
        QSignalSpy changed(backend.views().settings, &SettingsView::changed);
        QSignalSpy presets(backend.views().settings, &SettingsView::presetsChanged);
        COMPARE_EVENTUALLY(backend.connection().state, Connection::State::Connected);
        const SettingsView *view = backend.views().settings;
        QVERIFY(view->settings() == test::unusualSettings());
        QCOMPARE(view->basePreset(), QStringLiteral("night"));
        QVERIFY(view->findPreset(QStringLiteral("night")) && view->findPreset(defaultName())->builtIn);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(presets.size(), 1);
    }

    void aChangeIsSentForTheVersionThatWasSeen()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy failed(settings(), &SettingsView::changeFailed);
        QVERIFY(settings()->applySettings(withEntries(777), defaultName()));
        COMPARE_EVENTUALLY(m_fixture->sent("PUT", "/api/settings"), 1);
        const ServedRequest put = m_fixture->api.server.requests("PUT", "/api/settings").constFirst();
        QCOMPARE(put.target, QByteArray("/api/settings"));
        QCOMPARE(put.headers.value("if-match"), QByteArray("\"v1\""));
        QCOMPARE(put.body, remote::settingsText(withEntries(777), defaultName()));
        QVERIFY(settings()->settings() == Settings{}); // as published last
        QSignalSpy changed(settings(), &SettingsView::changed);
        announce();
        COMPARE_EVENTUALLY(changed.size(), 1);
        QVERIFY(settings()->settings() == withEntries(777));
        QCOMPARE(failed.size(), 0);
    }

    void invalidSettingsAreNotSent()
    {
        QVERIFY(m_fixture->attach());
        QVERIFY(!settings()->applySettings(withEntries(0), defaultName()));
        QVERIFY(!settings()->applySettings({}, QStringLiteral("no such preset")));
        pressure::Thresholds thresholds;
        thresholds.elevated.leavePercent = thresholds.elevated.enterPercent;
        QVERIFY(!settings()->applyThresholds(thresholds));
        QVERIFY(!settings()->savePreset(QStringLiteral("default"), {}));
        QVERIFY(!settings()->savePreset(QStringLiteral("mine"), withEntries(0)));
        QVERIFY(!settings()->removePreset(QStringLiteral("mine")));
        QVERIFY(!settings()->removePreset(defaultName()));
        for (const char *method : {"PUT", "DELETE", "POST"})
            for (const ServedRequest &request : m_fixture->api.server.requests())
                QVERIFY(request.method != method);
    }

    void aChangeOfWhatNobodySawIsNotMade()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy failed(settings(), &SettingsView::changeFailed);
        changeElsewhere(withEntries(5));
        QVERIFY(settings()->applySettings(withEntries(777), defaultName()));
        COMPARE_EVENTUALLY(failed.size(), 1);
        QVERIFY(failed.constFirst().constFirst().toString().contains(QLatin1StringView("same time")));
        QCOMPARE(m_fixture->sent("PUT", "/api/settings"), 0);
        announce();
        VERIFY_EVENTUALLY(settings()->settings() == withEntries(5));
        QVERIFY(settings()->applySettings(withEntries(777), defaultName()));
        COMPARE_EVENTUALLY(m_fixture->sent("PUT", "/api/settings"), 1);
    }

    void aChangeBetweenCheckAndRequestIsNoticedByTheServer()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy failed(settings(), &SettingsView::changeFailed);
        m_fixture->api.change([this] {
            m_fixture->api.onRequest = [this](const ServedRequest &request) {
                auto answer = reply(request);
                if (request.method == "GET" && request.target == "/api/settings")
                    ++m_version;
                return answer;
            };
        });
        QVERIFY(settings()->applySettings(withEntries(777), defaultName()));
        COMPARE_EVENTUALLY(failed.size(), 1);
        QVERIFY(failed.constFirst().constFirst().toString().contains(QLatin1StringView("same time")));
    }

    void changesFollowEachOtherWithoutWaitingForTheirAnnouncement()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy failed(settings(), &SettingsView::changeFailed);
        QVERIFY(settings()->applySettings(withEntries(701), defaultName()));
        QVERIFY(settings()->applySettings(withEntries(702), defaultName()));
        pressure::Thresholds thresholds;
        thresholds.high.targetPercent -= 1;
        QVERIFY(settings()->applyThresholds(thresholds));
        QVERIFY(settings()->applySettings(withEntries(703), defaultName()));
        COMPARE_EVENTUALLY(m_fixture->sent("PUT", "/api/settings"), 3);
        QCOMPARE(m_fixture->sent("PUT", "/api/thresholds"), 1);
        QCOMPARE(failed.size(), 0);
        QVERIFY(m_served == withEntries(703));
    }

    void aRefusalIsReported()
    {
        m_fixture->api.onRequest = {};
        m_fixture->api.routes["GET /api/settings"] = {.body = remote::settingsText({}, defaultName())};
        m_fixture->api.routes["PUT /api/settings"] = ServedReply::problem(422, "invalid", "No.");
        QVERIFY(m_fixture->attach());
        QSignalSpy failed(settings(), &SettingsView::changeFailed);
        QVERIFY(settings()->applySettings(withEntries(777), defaultName()));
        COMPARE_EVENTUALLY(failed.size(), 1);
        QCOMPARE(failed.constFirst().constFirst().toString(), QStringLiteral("No."));
        // Without an ETag, any version is meant.
        QCOMPARE(
            m_fixture->api.server.requests("PUT", "/api/settings").constFirst().headers.value("if-match"),
            QByteArray("*"));
    }

    void aChangeWithoutConnectionIsReported()
    {
        QVERIFY(m_fixture->attach());
        m_fixture->api.server.stop();
        QVERIFY(m_fixture->becomes(Connection::State::Lost));
        QSignalSpy failed(settings(), &SettingsView::changeFailed);
        QVERIFY(settings()->applySettings(withEntries(777), defaultName()));
        QCOMPARE(failed.size(), 0);
        COMPARE_EVENTUALLY(failed.size(), 1);
    }

    void aWideChangeOfThresholdsIsOnTrial()
    {
        QVERIFY(m_fixture->attach());
        QSignalSpy trial(&m_fixture->backend(), &remote::RemoteBackend::settingsTrialChanged);
        pressure::Thresholds narrow;
        narrow.high.targetPercent -= 1;
        QVERIFY(settings()->applyThresholds(narrow));
        COMPARE_EVENTUALLY(m_fixture->sent("PUT", "/api/thresholds"), 1);
        QCOMPARE(m_fixture->api.server.requests("PUT", "/api/thresholds").constFirst().target,
                 QByteArray("/api/thresholds"));
        pressure::Thresholds wide = narrow;
        wide.elevated = {45, 40, std::chrono::seconds(10), 40};
        QVERIFY(settings()->applyThresholds(wide));
        COMPARE_EVENTUALLY(trial.size(), 1);
        QCOMPARE(m_fixture->api.server.requests("PUT", "/api/thresholds").constLast().target,
                 QByteArray("/api/thresholds?revert_after_s=60"));
        QCOMPARE(m_fixture->backend().settingsRevertAtWallMs(), std::optional<qint64>(4'000'000'000'000));
        announce(); // the settings on trial, without the time
        VERIFY_EVENTUALLY(settings()->settings().thresholds == wide);
        QVERIFY(m_fixture->backend().settingsRevertAtWallMs());
        // It reverts.
        changeElsewhere({});
        announce();
        COMPARE_EVENTUALLY(trial.size(), 2);
        QVERIFY(!m_fixture->backend().settingsRevertAtWallMs());
    }

    void theTrialIsKept()
    {
        m_fixture->api.routes["POST /api/settings/keep"] = {.status = 204};
        QVERIFY(m_fixture->attach());
        Settings wide;
        wide.thresholds.elevated = {45, 40, std::chrono::seconds(10), 40};
        QVERIFY(settings()->applySettings(wide, defaultName()));
        VERIFY_EVENTUALLY(m_fixture->backend().settingsRevertAtWallMs());
        const auto kept = m_fixture->backend().keepSettings();
        VERIFY_EVENTUALLY(!m_fixture->backend().settingsRevertAtWallMs());
        QVERIFY(!async::failureOf(kept));
        m_fixture->api.change([this] {
            m_fixture->api.routes["POST /api/settings/keep"] = ServedReply::problem(410, "gone", "Too late.");
        });
        QCOMPARE(async::failureOf(m_fixture->backend().keepSettings()), QStringLiteral("Too late."));
    }

    // The window keeps at once what changes the present level by less than two.
    void aChangeThatIsKeptBeforeItIsSentStays()
    {
        QVERIFY(m_fixture->attach());
        m_fixture->api.change([this] { m_keepsWhatIsOnTrial = true; });
        Settings wide;
        wide.thresholds.elevated = {45, 40, std::chrono::seconds(10), 40};
        QVERIFY(settings()->applyThresholds(wide.thresholds));
        const auto kept = m_fixture->backend().keepSettings();
        VERIFY_EVENTUALLY(kept.isFinished());
        QVERIFY(!async::failureOf(kept));
        bool isOnTrial = true;
        m_fixture->api.change([&] { isOnTrial = m_revertsAt.has_value(); });
        QVERIFY(!isOnTrial);
        QVERIFY(!m_fixture->backend().settingsRevertAtWallMs());
        QCOMPARE(async::failureOf(m_fixture->backend().keepSettings()), QStringLiteral("Too late."));
    }

    void presetsAreSavedAndRemoved()
    {
        const QString name = QStringLiteral("a/b ? é");
        m_fixture->api.presets = test::FakeApi::presetsText(defaultName(), {{.name = name}});
        m_fixture->api.routes["PUT /api/presets/a%2Fb%20%3F%20%C3%A9"] = {.status = 204};
        m_fixture->api.routes["DELETE /api/presets/a%2Fb%20%3F%20%C3%A9"] = {.status = 204};
        QVERIFY(m_fixture->attach());
        QSignalSpy failed(settings(), &SettingsView::changeFailed);
        QSignalSpy changed(settings(), &SettingsView::presetsChanged);
        QVERIFY(settings()->savePreset(name, withEntries(5)));
        QVERIFY(settings()->removePreset(name));
        COMPARE_EVENTUALLY(m_fixture->sent("DELETE", "/api/presets/a%2Fb%20%3F%20%C3%A9"), 1);
        QCOMPARE(m_fixture->api.server.requests("PUT", "/api/presets/a%2Fb%20%3F%20%C3%A9").constFirst().body,
                 remote::settingsText(withEntries(5)));
        m_fixture->api.server.push(sse("presets", test::FakeApi::presetsText(defaultName(), {})));
        COMPARE_EVENTUALLY(changed.size(), 1);
        QVERIFY(!settings()->findPreset(name));
        QCOMPARE(failed.size(), 0);
        QVERIFY(settings()->savePreset(QStringLiteral("unknown to the server"), {}));
        COMPARE_EVENTUALLY(failed.size(), 1);
    }

    void whatOthersDoIsAnnounced()
    {
        QVERIFY(m_fixture->attach());
        QStringList order;
        connect(settings(), &SettingsView::changed, this, [&order] { order += QStringLiteral("changed"); });
        connect(settings(), &SettingsView::changedElsewhere, this,
                [&order] { order += QStringLiteral("elsewhere"); });
        QSignalSpy saveFailed(settings(), &SettingsView::saveFailed);
        QSignalSpy changeFailed(settings(), &SettingsView::changeFailed);
        changeElsewhere(withEntries(5));
        announce();
        announce(R"("changed_elsewhere":true,)");
        m_fixture->api.server.push(
            sse("problem", R"({"topic":"settings","kind":"save_failed","file":"/f","reason":"full"})"));
        m_fixture->api.server.push(
            sse("problem", R"({"topic":"settings","kind":"change_failed","reason":"x"})"));
        m_fixture->api.server.push(
            sse("problem", R"({"topic":"later","kind":"change_failed","reason":"y"})"));
        COMPARE_EVENTUALLY(changeFailed.size(), 1);
        QCOMPARE(saveFailed.constFirst(), (QList<QVariant>{QStringLiteral("/f"), QStringLiteral("full")}));
        QCOMPARE(order, (QStringList{QStringLiteral("changed"), QStringLiteral("elsewhere")}));
    }
};

MANOMETER_TEST(Core, TestRemoteSettings)
#include "tst_remote_settings.moc"
