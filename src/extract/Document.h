// SPDX-License-Identifier: GPL-3.0-or-later
//
// The document that is cached for a file (JSON): who read it, why that failed or what was not understood, our
// facts of the file, and the reader's groups of tags. Its head comes first and is the same for all that one
// reader has read, so that a scan can see with one comparison whether a cached document is this reader's.
// Pure; any thread.
//
//   {"reader":{"name":…,"version":…,"digest":…},                     what it is valid for
//    "validity":…                                                    only where it is not lasting
//    "failure":{"kind":…,"detail":…} or "problem":…                  only where there is one
//    "file":{"sizeBytes":…,"modified":…,"changed":…,"mimeType":…,"fingerprint":…},   times may be missing:
//    unknown "metadata":{…}}
#pragma once

#include "extract/Extractor.h"
#include "extract/FileFacts.h"

#include <QByteArray>

#include <cstdint>
#include <string>
#include <string_view>

namespace manometer::extract {

// How long a document is valid that fits the file's times.
enum class Validity : std::uint8_t {
    Lasting,
    SameFingerprint, // as long as the contents have the fingerprint that they had, too
    ThisTime, // the file may be written at any time without a trace (Writers::Some): it is read again next
              // time
};

std::string document(const FileFacts &facts, const Extraction &extraction,
                     Validity validity = Validity::Lasting);
// A failure is worth remembering, too: the next attempt would take as long and end the same way.
std::string document(const ReaderIdentity &reader, const FileFacts &facts, const ExtractFailure &failure,
                     Validity validity = Validity::Lasting);

// Whether the failure is the file's, and will come again until the file or the reader changes.
bool isLasting(ExtractFailure::Kind kind);

// What a cached document says of the reading of its file.
struct Reading
{
    enum class Kind : std::uint8_t {
        OfAnotherReader, // or of a release that did not note its reader: not valid
        Understood,
        NotUnderstood, // `detail` is the problem
        Failed,        // `failure` and `detail`
    };
    Kind kind = Kind::OfAnotherReader;
    Validity validity = Validity::Lasting;
    std::uint64_t fingerprint = 0; // for Validity::SameFingerprint
    ExtractFailure::Kind failure = ExtractFailure::Kind::Crashed;
    QString detail{};
};

// What every document of this reader begins with. Empty for a reader that nothing is known of, which leaves
// each document valid.
std::string headOf(const ReaderIdentity &reader);
Reading readingOf(std::string_view document, std::string_view head);

} // namespace manometer::extract
