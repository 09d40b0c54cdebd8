// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the views publish, as server-sent events for front-ends elsewhere: first the present value of each
// topic, then each change. Nothing is made into text that no stream has asked for. Lives in the views'
// thread.
#pragma once

#include "api/http/EventStream.h"
#include "views/Backend.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace manometer::api {

enum class Topic : unsigned char {
    Event,
    Sample,
    Status,
    Cache,
    Contents,
    Scan,
    ScanFailure,
    Settings,
    Presets,
    UndoFreed,
};

using Topics = std::set<Topic>;
// Of words divided by commas; empty for an unknown one.
std::optional<Topics> topicsOf(std::string_view words);

class FrontEndFeed final : public QObject
{
    Q_OBJECT
public:
    // A status follows each sample: 25 a second while the level may change, which no reader of figures needs.
    static constexpr std::chrono::milliseconds statusInterval{250};

    explicit FrontEndFeed(const views::Views &views);

    void subscribe(const std::shared_ptr<EventStream> &stream, const Topics &topics);

private:
    struct Subscription
    {
        std::weak_ptr<EventStream> stream;
        Topics topics;
    };

    bool isWanted(Topic topic);
    void send(Topic topic, std::string_view name, const std::string &data);
    void sendStatus();
    void sendSettings(bool isChangedElsewhere);

    const views::Views m_views;
    std::vector<Subscription> m_subscriptions;
    QTimer m_statusTimer; // runs after a status was sent
    bool m_isStatusDue = false;
};

} // namespace manometer::api
