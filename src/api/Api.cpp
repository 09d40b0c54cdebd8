// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/Api.h"

#include "api/Door.h"
#include "api/OpenApi.h"
#include "api/Present.h"
#include "api/access/Guard.h"
#include "api/endpoints/EventEndpoints.h"
#include "api/endpoints/EvidenceEndpoints.h"
#include "api/endpoints/FileEndpoints.h"
#include "api/endpoints/ListingEndpoints.h"
#include "api/endpoints/RecordingEndpoints.h"
#include "api/endpoints/RehearsalEndpoints.h"
#include "api/endpoints/Router.h"
#include "api/endpoints/ScanEndpoints.h"
#include "api/endpoints/SettingsEndpoints.h"
#include "api/endpoints/StatusEndpoints.h"
#include "async/PoolThreads.h"

#include <QThreadPool>

#include <exception>
#include <unistd.h>
#include <utility>

namespace manometer::api {

namespace {

constexpr int diskThreads = 2;

void append(Routes &routes, Routes more)
{
    for (Route &route : more)
        routes.push_back(std::move(route));
}

// What a route throws (memory is short) is the answer of one request, not the program's end.
void runRoute(const Route &route, const Call &call)
{
    try {
        route.run(call);
    } catch (const std::exception &exception) {
        call.fail(500, "failed", exception.what());
    }
}

} // namespace

// In order of construction; stop() ends the server before anything that its threads use.
class Api::Implementation
{
public:
    Implementation(const ApiSetup &setup, std::unique_ptr<Door> door);
    ~Implementation();
    Implementation(const Implementation &) = delete;
    Implementation &operator=(const Implementation &) = delete;

    Expected<void, QString> start(const ApiSetup &setup);
    const Door &door() const { return *m_door; }
    const Routes &routes() const { return m_router.routes(); }

private:
    void keepPresent(const views::Views &views);
    Routes makeRoutes();
    std::optional<Response> findRefusal(const Request &request);
    std::chrono::milliseconds handle(const Request &request, const Reply &reply);
    void rotateTokens(const Call &call);

    QObject m_receiver;
    std::unique_ptr<Door> m_door;
    Guard m_guard;
    Present m_present;
    Alarms m_alarms;
    std::shared_ptr<ActionLog> m_actions;
    FrontEndFeed m_frontEnds;
    Context m_context;
    Streams m_streams;
    Router m_router;
    QThreadPool m_disk;
    std::unique_ptr<Server> m_server;
};

Api::Implementation::Implementation(const ApiSetup &setup, std::unique_ptr<Door> door)
    : m_door(std::move(door))
    , m_guard(::geteuid(), m_door->tokens())
    , m_actions(std::make_shared<ActionLog>(setup.report, m_alarms))
    , m_frontEnds(setup.views)
    , m_context{.views = setup.views,
                .entries = setup.entries,
                .present = &m_present,
                .actions = m_actions.get(),
                .receiver = &m_receiver}
    , m_streams{.events = setup.events,
                .frontEnds = &m_frontEnds,
                .hub = std::make_shared<StreamHub>(Server::mostStreams, m_alarms)}
    , m_router(makeRoutes())
{
    async::startPoolThreads(m_disk, diskThreads);
    keepPresent(setup.views);
}

Api::Implementation::~Implementation()
{
    m_server.reset();
    m_disk.waitForDone();
    m_actions->flush();
}

void Api::Implementation::keepPresent(const views::Views &views)
{
    m_present.updateStatus(views.monitor->status());
    m_present.updateSummary(views.cache->summary());
    QObject::connect(views.monitor, &views::MonitorView::statusChanged, &m_receiver,
                     [this](const views::MonitorStatus &status) { m_present.updateStatus(status); });
    QObject::connect(views.cache, &views::CacheView::summaryChanged, &m_receiver,
                     [this](const views::CacheSummary &summary) { m_present.updateSummary(summary); });
}

Routes Api::Implementation::makeRoutes()
{
    Routes routes = statusRoutes(m_context);
    append(routes, fileRoutes(m_context));
    append(routes, listingRoutes(m_context));
    append(routes, settingsRoutes(m_context));
    append(routes, evidenceRoutes(m_context));
    append(routes, recordingRoutes(m_context));
    append(routes, rehearsalRoutes(m_context));
    append(routes, scanRoutes(m_context));
    append(routes, eventRoutes(m_context, m_streams));
    routes.push_back({"GET", "/api/openapi.json", Authority::Read, Route::Place::Here,
                      [](const Call &call) { call.answer(std::string(openApiText())); }});
    routes.push_back({"POST", "/api/tokens/rotate", Authority::Control, Route::Place::Disk,
                      [this](const Call &call) { rotateTokens(call); }});
    return routes;
}

Expected<void, QString> Api::Implementation::start(const ApiSetup &setup)
{
    auto server = Server::start(
        m_door->takeListeners(), [this](const Request &request) { return findRefusal(request); },
        [this](const Request &request, const Reply &reply) { return handle(request, reply); });
    if (!server)
        return Unexpected<QString>(QString::fromStdString(server.error()));
    m_server = std::move(*server);
    if (const QString error = m_door->describe(setup); !error.isEmpty())
        return Unexpected<QString>(QStringLiteral("%1/%2 cannot be written: %3")
                                       .arg(setup.folder, QLatin1StringView(instanceName), error));
    return {};
}

// In a thread of the server, before the body: only who may do something is listened to.
std::optional<Response> Api::Implementation::findRefusal(const Request &request)
{
    if (auto foreign = Guard::findForeignOrigin(request))
        return foreign;
    auto match = m_router.find(request);
    if (match && match->route->needs == Authority::None)
        return std::nullopt;
    auto authority = m_guard.authorityOf(request);
    if (!authority)
        return std::move(authority.error());
    if (!match)
        return std::move(match.error());
    if (match->route->needs == Authority::Control && *authority != Authority::Control)
        return problem(403, "forbidden", "The read token does not allow this.");
    return std::nullopt;
}

// In a thread of the server.
std::chrono::milliseconds Api::Implementation::handle(const Request &request, const Reply &reply)
{
    auto match = m_router.find(request); // it was found when the head was read
    if (!match) {
        reply.send(std::move(match.error()));
        return {};
    }
    const Route &route = *match->route;
    const Call call{.request = &request, .id = std::move(match->id), .reply = reply};
    switch (route.place) {
    case Route::Place::Here:
        runRoute(route, call);
        break;
    case Route::Place::Disk:
        m_disk.start([&route, call] { runRoute(route, call); });
        break;
    case Route::Place::Views:
        QMetaObject::invokeMethod(
            &m_receiver, [&route, call] { runRoute(route, call); }, Qt::QueuedConnection);
        break;
    }
    const bool reads = route.readingDeadline > std::chrono::milliseconds::zero() && request.parameter("read");
    return reads ? route.readingDeadline : route.deadline;
}

void Api::Implementation::rotateTokens(const Call &call)
{
    if (!m_door->tokens())
        return call.fail(404, "not_found", "There are no tokens: only the socket is open.");
    if (const auto replaced = m_door->tokens()->replace(); !replaced)
        return call.fail(500, "failed", "The tokens cannot be written: " + replaced.error().toStdString());
    m_actions->add(actorOf(*call.request), ActionLog::Action::ReplacedTokens);
    call.answerNothing();
}

Api::Api(std::unique_ptr<Implementation> implementation)
    : m_implementation(std::move(implementation))
{}

Api::~Api() = default;

QString Api::socket() const
{
    return m_implementation->door().socket();
}

QString Api::url() const
{
    return m_implementation->door().url();
}

QStringList Api::resources() const
{
    QStringList resources;
    for (const Route &route : m_implementation->routes())
        resources += QString::fromStdString(std::string(route.method).append(" ").append(route.path));
    return resources;
}

Expected<std::unique_ptr<Api>, QString> Api::open(const ApiSetup &setup)
{
    auto door = Door::open(setup);
    if (!door)
        return Unexpected<QString>(door.error());
    auto implementation = std::make_unique<Implementation>(setup, std::move(*door));
    if (const auto started = implementation->start(setup); !started)
        return Unexpected<QString>(started.error());
    return std::unique_ptr<Api>(new Api(std::move(implementation)));
}

} // namespace manometer::api
