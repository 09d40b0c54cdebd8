// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads arbitrary bytes as an HTTP answer, whose body is read as server-sent events. In pieces of any size
// the result is the same, and what waits in memory stays within the limit.
#include "Fuzzing.h"
#include "client/AnswerReader.h"
#include "client/EventStream.h"

#include <vector>

using namespace manometer;

namespace {

constexpr std::size_t mostBodyBytes = 4096;

struct Result
{
    bool isGood = true;
    int status = 0;
    std::string body;

    friend bool operator==(const Result &, const Result &) = default;
};

Result readAnswer(std::string_view bytes, std::size_t pieceBytes)
{
    client::AnswerReader reader(mostBodyBytes);
    Result result;
    while (!bytes.empty() && result.isGood) {
        const std::string_view piece = bytes.substr(0, pieceBytes);
        bytes.remove_prefix(piece.size());
        result.isGood = reader.take(piece).has_value();
    }
    if (result.isGood && !reader.isComplete())
        result.isGood = reader.end().has_value();
    std::string body = reader.takeBody();
    fuzz::require(body.size() <= mostBodyBytes, "a body within its limit");
    // Of a broken answer it depends on the pieces how much of the body came before the problem.
    if (result.isGood) {
        result.body = std::move(body);
        result.status = reader.status();
        fuzz::require(reader.isComplete() && result.status >= 200 && result.status < 600,
                      "a complete answer");
    }
    return result;
}

std::vector<std::string> readEvents(std::string_view bytes, std::size_t pieceBytes)
{
    client::EventStream stream;
    std::vector<std::string> events;
    while (!bytes.empty()) {
        const std::string_view piece = bytes.substr(0, pieceBytes);
        bytes.remove_prefix(piece.size());
        stream.take(piece, [&events](const client::StreamEvent &event) {
            events.push_back(event.id + '\n' + event.name + '\n' + event.data);
            return true;
        });
    }
    return events;
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    fuzz::writeSeed("length", "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nETag: \"1\"\r\n\r\ndata: hello\n");
    fuzz::writeSeed("chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                              "7;x=y\r\nid: 1\r\n\r\nb\r\ndata: {}\r\n\r\r\n0\r\nX: y\r\n\r\n");
    fuzz::writeSeed("interim", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 404 X\r\n\r\n{}");
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const Result whole = readAnswer(bytes, size + 1);
    for (const std::size_t piece : {1U, 7U})
        fuzz::require(readAnswer(bytes, piece) == whole, "the same answer in pieces of any size");
    fuzz::require(readEvents(bytes, 1) == readEvents(bytes, size + 1),
                  "the same events in pieces of any size");
    return 0;
}
