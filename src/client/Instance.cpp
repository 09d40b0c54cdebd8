// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Instance.h"

#include "client/Channel.h"
#include "client/Members.h"
#include "json/Value.h"

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace manometer::client {

namespace {

constexpr std::size_t mostFileBytes = 64 << 10;

Unexpected<Failure> noInstance(std::string detail)
{
    return Unexpected<Failure>({.kind = Failure::Kind::NoInstance, .detail = std::move(detail)});
}

std::string fileOf(const Search &search)
{
    return search.runtimeDirectory + (search.isRehearsal ? "/manometer-rehearsal" : "/manometer") +
           "/instance.json";
}

} // namespace

Expected<Address, std::string> parseAddress(std::string_view text)
{
    Address address;
    const std::string given(text);
    if (text.starts_with("unix:") || text.starts_with('/')) {
        address.socketPath = text.substr(text.starts_with('/') ? 0 : 5);
        if (!address.socketPath.starts_with('/'))
            return Unexpected<std::string>(given + ": the path of a socket must be absolute.");
        return address;
    }
    if (!text.starts_with("http://"))
        return Unexpected<std::string>(given + ": an address is unix:PATH or http://127.0.0.1:PORT.");
    text.remove_prefix(7);
    if (text.ends_with('/'))
        text.remove_suffix(1);
    const auto colon = text.rfind(':');
    const std::string_view host = text.substr(0, colon);
    if (host == "127.0.0.1" || host == "localhost")
        address.host = "127.0.0.1";
    else if (host == "[::1]")
        address.host = "::1";
    else
        return Unexpected<std::string>(given + ": the host must be 127.0.0.1, [::1] or localhost.");
    const std::string_view port = colon == std::string_view::npos ? "" : text.substr(colon + 1);
    const auto read = std::from_chars(port.data(), port.data() + port.size(), address.port);
    if (read.ec != std::errc() || read.ptr != port.data() + port.size() || address.port == 0)
        return Unexpected<std::string>(given + ": the port must be a number from 1 to 65535.");
    return address;
}

Search Search::fromEnvironment()
{
    Search search;
    if (const char *address = std::getenv("MANOMETER_SOCKET"))
        search.address = address;
    const char *runtime = std::getenv("XDG_RUNTIME_DIR");
    search.runtimeDirectory = runtime && *runtime ? runtime : "/run/user/" + std::to_string(::getuid());
    return search;
}

Expected<Address, Failure> findAddress(const Search &search)
{
    if (search.address.empty()) {
        auto instance = readInstance(search);
        if (!instance)
            return Unexpected<Failure>(instance.error());
        return instance->address;
    }
    auto address = parseAddress(search.address);
    if (!address)
        return noInstance(address.error());
    address->tokenFile = search.tokenFile;
    return *address;
}

Expected<Instance, Failure> readInstance(const Search &search)
{
    const std::string file = fileOf(search);
    const auto text = readSmallFile(file, mostFileBytes, Owner::ThisUser);
    if (!text)
        return noInstance(file + ": " + text.error());
    const auto object = json::Value::parse(*text);
    Instance instance;
    if (object)
        instance.address.socketPath = textOf(*object, "socket");
    if (!instance.address.socketPath.starts_with('/'))
        return noInstance(file + ": it is not the file of a Manometer.");
    instance.address.isFound = true;
    if (const json::Value *pid = object->find("pid"))
        instance.pid = pid->integer<std::int64_t>().value_or(0);
    instance.version = textOf(*object, "version");
    instance.program = textOf(*object, "program");
    instance.cacheDirectory = textOf(*object, "cache_directory");
    return instance;
}

} // namespace manometer::client
