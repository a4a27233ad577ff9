// Long runs over many documents: what they did, which part of the whole they are, where each document goes.
//
// Knows nothing of how documents are made. A run counts what became of its records (Stats); it takes the
// records of one Shard of the whole; it writes each document to a file of its own in a Folder, whose journal
// lets a run that was killed go on where it stopped.
#pragma once

#include "batch/folder.h"
#include "batch/names.h"
#include "batch/shard.h"
#include "batch/size.h"
#include "batch/stats.h"
