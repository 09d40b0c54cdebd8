// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements SettingsView over the server's API. A change is sent for the version of the settings that the
// operator saw: if another program changed them at the same time, it is not made and changeFailed() says so.
// Changes are sent one after the other. New thresholds that are far from the present ones (isWideChange())
// are on trial: the server reverts them unless keep() is called in time. Without permission to change
// anything, changes return false and changeFailed() says why; without connection, they return true and
// changeFailed() follows. Lives in the backend's thread; nothing blocks.
#pragma once

#include "remote/HttpRequest.h"
#include "remote/StreamUpdate.h"
#include "views/SettingsView.h"

#include <QFuture>
#include <QPromise>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace manometer::remote {

class Session;

class RemoteSettings final : public views::SettingsView
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds trialTime{60};

    // `session` outlives this object.
    explicit RemoteSettings(Session &session, QObject *parent = nullptr)
        : SettingsView(parent)
        , m_session(session)
    {}

    void take(const SettingsBody &body);
    void take(const PresetsBody &body);
    void take(const SettingsProblem &problem);

    views::Settings settings() const override { return m_body.settings; }
    bool applyThresholds(const pressure::Thresholds &thresholds) override;
    bool applySettings(const views::Settings &settings, const QString &base) override;
    QList<views::Preset> presets() const override { return m_presets; }
    QString basePreset() const override { return m_body.base; }
    bool savePreset(const QString &name, const views::Settings &settings) override;
    bool removePreset(const QString &name) override;

    // When the settings on trial revert, by the server's wall clock; empty: none are.
    std::optional<qint64> revertsAtWallMs() const
    {
        return m_trial ? m_trial->revertsAtWallMs : std::nullopt;
    }
    // Follows the changes that are not sent yet. Fails if nothing is on trial.
    QFuture<void> keep();

signals:
    void trialChanged();

private:
    struct Change
    {
        QByteArray check{}; // what to GET before; empty: nothing
        // Whether the answer to that is what the operator saw.
        std::function<bool(const HttpAnswer &)> isAsSeen{};
        HttpRequest request{};
        bool isTrial = false;
        // What it makes of the settings; empty: nothing.
        std::function<void(views::Settings &)> makes{};
        // Set: not a change, but what is on trial by then is kept.
        std::shared_ptr<QPromise<void>> kept{};
    };

    // False: not permitted; changeFailed() follows if it is not sent.
    bool post(Change change);
    void sendNext();
    void check(Change change, const HttpAnswer &answer);
    void send(const Change &change);
    void end(const Change &change, const HttpAnswer &answer);
    QFuture<void> askToKeep();
    void keepInTurn(const std::shared_ptr<QPromise<void>> &kept);
    void failLater(const QString &reason);
    void fetchTrial();
    void setTrial(const std::optional<SettingsBody> &trial);

    Session &m_session;
    SettingsBody m_body;
    std::optional<SettingsBody> m_trial; // the settings that are on trial; ends when others are in effect
    QList<views::Preset> m_presets;
    std::deque<Change> m_changes;
    bool m_isSending = false;
    // What the changes of this backend made of the settings, which the stream may not have announced yet.
    std::optional<views::Settings> m_ownResult;
};

} // namespace manometer::remote
