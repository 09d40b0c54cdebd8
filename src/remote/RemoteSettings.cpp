// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/RemoteSettings.h"

#include "async/Answer.h"
#include "remote/Session.h"
#include "views/BuiltInPresets.h"
#include "views/SettingsRules.h"

#include <QUrl>

#include <utility>

namespace manometer::remote {

using namespace views;
using Call = Session::Call;

namespace {

constexpr int preconditionFailed = 412;

QString changedMeanwhile()
{
    return QStringLiteral("Another program changed the settings at the same time");
}

QByteArray presetTarget(const QString &name)
{
    return "/api/presets/" + QUrl::toPercentEncoding(name);
}

QByteArray withTrial(const QByteArray &target, bool isWide)
{
    return isWide
               ? target + "?revert_after_s=" + QByteArray::number(qint64(RemoteSettings::trialTime.count()))
               : target;
}

} // namespace

void RemoteSettings::take(const SettingsBody &body)
{
    const SettingsBody before = std::exchange(m_body, body);
    if (before.settings != body.settings || before.base != body.base)
        emit changed(m_body.settings);
    if (body.revertsAtWallMs)
        setTrial(body);
    else if (m_trial && m_trial->settings != body.settings)
        setTrial(std::nullopt);
    if (body.changedElsewhere)
        emit changedElsewhere();
}

void RemoteSettings::take(const PresetsBody &body)
{
    const bool isOtherBase = std::exchange(m_body.base, body.base) != body.base;
    if (std::exchange(m_presets, body.presets) != body.presets)
        emit presetsChanged();
    if (isOtherBase)
        emit changed(m_body.settings);
}

void RemoteSettings::take(const SettingsProblem &problem)
{
    if (problem.kind == SettingsProblem::Kind::SaveFailed)
        emit saveFailed(problem.file, problem.reason);
    else
        emit changeFailed(problem.reason);
}

bool RemoteSettings::applyThresholds(const pressure::Thresholds &thresholds)
{
    if (pressure::findProblem(thresholds))
        return false;
    const QByteArray target = "/api/thresholds";
    const bool isWide = isWideChange(m_body.settings.thresholds, thresholds);
    return post({.check = target,
                 .isAsSeen =
                     [this](const HttpAnswer &answer) {
                         const auto present = thresholdsFrom(answer.body);
                         return present && (*present == m_body.settings.thresholds ||
                                            (m_ownResult && *present == m_ownResult->thresholds));
                     },
                 .request = {.method = "PUT",
                             .target = withTrial(target, isWide),
                             .body = thresholdsText(thresholds)},
                 .isTrial = isWide,
                 .makes = [thresholds](Settings &of) { of.thresholds = thresholds; }});
}

bool RemoteSettings::applySettings(const Settings &settings, const QString &base)
{
    if (!findProblem(settings).isEmpty() || !findPreset(base))
        return false;
    const QByteArray target = "/api/settings";
    const bool isWide = isWideChange(m_body.settings.thresholds, settings.thresholds);
    return post({.check = target,
                 .isAsSeen =
                     [this](const HttpAnswer &answer) {
                         const auto present = settingsFrom(answer.body);
                         return present && (present->settings == m_body.settings ||
                                            (m_ownResult && present->settings == *m_ownResult));
                     },
                 .request = {.method = "PUT",
                             .target = withTrial(target, isWide),
                             .body = settingsText(settings, base)},
                 .isTrial = isWide,
                 .makes = [settings](Settings &of) { of = settings; }});
}

bool RemoteSettings::savePreset(const QString &name, const Settings &settings)
{
    if (!isPresetName(name) || !findProblem(settings).isEmpty())
        return false;
    return post({.request = {.method = "PUT", .target = presetTarget(name), .body = settingsText(settings)}});
}

bool RemoteSettings::removePreset(const QString &name)
{
    const auto preset = findPreset(name);
    if (!preset || preset->builtIn)
        return false;
    return post({.request = {.method = "DELETE", .target = presetTarget(name)}});
}

QFuture<void> RemoteSettings::keep()
{
    if (!m_isSending && m_changes.empty())
        return askToKeep();
    const auto kept = std::make_shared<QPromise<void>>();
    kept->start();
    m_changes.push_back({.kept = kept});
    return kept->future();
}

void RemoteSettings::keepInTurn(const std::shared_ptr<QPromise<void>> &kept)
{
    const auto end = [this, kept] {
        kept->finish();
        m_isSending = false;
        sendNext();
    };
    async::whenAnswered(askToKeep(), this, end, [kept, end](const QString &reason) {
        kept->setException(Failure(Failure::Kind::Refused, reason));
        end();
    });
}

QFuture<void> RemoteSettings::askToKeep()
{
    const auto kept =
        m_session.ask<void>(Call::Change, {.method = "POST", .target = "/api/settings/keep"}, &successOf);
    async::whenAnswered(kept, this, [this] { setTrial(std::nullopt); });
    return kept;
}

// The stream may have announced the settings without it.
void RemoteSettings::fetchTrial()
{
    async::whenAnswered(m_session.client().fetch({.target = "/api/settings"}), this,
                        [this](const HttpAnswer &answer) {
                            const auto body = settingsFrom(answer.body);
                            if (answer.isSuccess() && body && body->revertsAtWallMs)
                                setTrial(*body);
                        });
}

void RemoteSettings::setTrial(const std::optional<SettingsBody> &trial)
{
    const auto before = revertsAtWallMs();
    m_trial = trial;
    if (revertsAtWallMs() != before)
        emit trialChanged();
}

bool RemoteSettings::post(Change change)
{
    if (const auto failure = m_session.obstacle(Call::Change)) {
        failLater(failure->reason());
        return !m_session.isReadOnly();
    }
    m_changes.push_back(std::move(change));
    sendNext();
    return true;
}

void RemoteSettings::failLater(const QString &reason)
{
    QMetaObject::invokeMethod(
        this, [this, reason] { emit changeFailed(reason); }, Qt::QueuedConnection);
}

void RemoteSettings::sendNext()
{
    if (m_isSending || m_changes.empty())
        return;
    m_isSending = true;
    const Change change = std::move(m_changes.front());
    m_changes.pop_front();
    if (change.kept)
        return keepInTurn(change.kept);
    if (change.check.isEmpty())
        return send(change);
    async::whenAnswered(m_session.client().fetch({.target = change.check}), this,
                        [this, change](const HttpAnswer &answer) { check(change, answer); });
}

void RemoteSettings::check(Change change, const HttpAnswer &answer)
{
    if (!answer.isSuccess())
        return end(change, answer);
    if (!change.isAsSeen(answer))
        return end(change, {.outcome = HttpAnswer::Outcome::Answered, .status = preconditionFailed});
    change.request.ifMatch = answer.eTag.isEmpty() ? QByteArray("*") : answer.eTag;
    send(change);
}

void RemoteSettings::send(const Change &change)
{
    async::whenAnswered(m_session.client().fetch(change.request), this,
                        [this, change](const HttpAnswer &answer) { end(change, answer); });
}

void RemoteSettings::end(const Change &change, const HttpAnswer &answer)
{
    m_isSending = false;
    if (answer.isSuccess() && change.makes) {
        Settings result = m_ownResult.value_or(m_body.settings);
        change.makes(result);
        m_ownResult = result;
        const bool isKeptNext = !m_changes.empty() && m_changes.front().kept;
        if (change.isTrial && !isKeptNext)
            fetchTrial();
    } else if (answer.outcome == HttpAnswer::Outcome::Answered && answer.status == preconditionFailed) {
        emit changeFailed(changedMeanwhile());
    } else if (const auto failure = failureOf(answer)) {
        emit changeFailed(failure->reason());
    }
    sendNext();
}

} // namespace manometer::remote
