/* SPDX-License-Identifier: MIT */
#include "bench-world.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* Chance */

uint64_t
chance_next (Chance *self)
{
  uint64_t x = self->state += 0x9e3779b97f4a7c15U;

  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

Chance
chance_new (const World *world, uint64_t purpose, uint64_t index)
{
  Chance chance = { world->seed };

  chance.state = chance_next (&chance) ^ purpose;
  chance.state = chance_next (&chance) ^ index;
  return chance;
}

int64_t
chance_between (Chance *self, int64_t low, int64_t high)
{
  return low + (int64_t) (chance_next (self) % (uint64_t) (high - low + 1));
}

void
chance_guid (Chance *self, char guid[GUID_SIZE])
{
  const uint64_t a = chance_next (self), b = chance_next (self);

  snprintf (guid, GUID_SIZE, "%08x-%04x-4%03x-8%03x-%012llx", (unsigned) (a >> 32),
            (unsigned) (a >> 16 & 0xffff), (unsigned) (a & 0xfff), (unsigned) (b >> 52),
            (unsigned long long) (b & 0xffffffffffffU));
}

/* Customers and products */

void
customer_make (const World *world, unsigned index, Customer *customer)
{
  static const char *const forms[]
      = { ", Inc.", " & S\303\266hne GmbH", " Ltd", " & Cie", " \"Blue\" Labs, LLC" };
  Chance chance = chance_new (world, 1, index);
  const int is_american = index % 2 == 0;

  chance_guid (&chance, customer->id);
  chance_guid (&chance, customer->agreement);
  chance_guid (&chance, customer->plan);
  snprintf (customer->name, sizeof customer->name, "Customer %04u%s", index + 1, forms[index % 5]);
  snprintf (customer->domain, sizeof customer->domain, "customer%04u.example", index + 1);
  customer->country = is_american ? "US" : "DE";
  customer->currency = is_american ? "USD" : "EUR";
  customer->invoice = is_american ? "G056448731" : "G056480396";
  customer->rate = is_american ? 1000000000 : 846202666;
}

static void *
allocate (size_t count, size_t size)
{
  void *room = calloc (count, size);

  if (room == NULL)
    abort ();
  return room;
}

Customer *
customers_make (const World *world)
{
  Customer *customers = allocate (world->customers, sizeof *customers);

  for (unsigned i = 0; i < world->customers; i++)
    customer_make (world, i, &customers[i]);
  return customers;
}

unsigned
customer_pick (const World *world, Chance *chance)
{
  const uint64_t lot = chance_next (chance);
  const uint64_t one = (lot >> 32) * world->customers >> 32;
  const uint64_t other = (lot & 0xffffffff) * world->customers >> 32;

  return (unsigned) (one < other ? one : other);
}

Chance *
chances_make (const World *world, uint64_t purpose)
{
  Chance *chances = allocate (world->customers, sizeof *chances);

  for (unsigned i = 0; i < world->customers; i++)
    chances[i] = chance_new (world, purpose, i);
  return chances;
}

const Product *
product_any (Chance *chance)
{
  static const Product products[] = {
    { "DZH318Z0KQ4W", "00F7", "DZH318Z0RM2T", "D4s v5 - US East", "Virtual Machines Dsv5 Series",
      "Virtual Machines", "1 Hour", 192000 },
    { "DZH318Z08MC6", "003V", "DZH318XZR5J1", "Standard_D4ds_v5", "Ddsv5 Series VM",
      "Virtual Machines", "1 Hour", 226841 },
    { "DZH318Z0BPVL", "00GM", "DZH318XZN9ZL", "D2 v3", "Dv3 Series Windows VM", "Virtual Machines",
      "1 Hour", 217000 },
    { "DZH318Z0BP0L", "018G", "DZH318Z0W537", "S4", "Std HDD", "Storage", "10K", 500 },
    { "DZH318Z0M2XK", "006H", "DZH318Z0W9VF", "Hot LRS Data Stored - US East", "Blob Storage",
      "Storage", "1 GB/Month", 20839 },
    { "DZH318Z0BNZ5", "006G", "DZH318Z08B80", "Tables - LRS", "Tables", "Storage", "1 GB/Month",
      45000 },
    { "DZH318Z0N7RD", "01BT", "DZH318Z0X4GP", "vCore - US East",
      "SQL Database Single, General Purpose", "SQL Database", "1 Hour", 253217 },
    { "DZH318Z0BQD2", "003J", "DZH318Z0B5DK", "Log analytics - Pay-as-you-go - EU West",
      "Log Analytics", "Log Analytics", "1 GB", 2990000 },
    { "DZH318Z0C5TM", "0003", "DZH318Z09SQD", "Inter Continent", "Bd Inter-Rgn", "Bandwidth",
      "1 GB", 80000 },
    { "DZH318Z0D3KQ", "00J1", "DZH318Z0F7ZC", "Standard IPv4 Static Public IP", "IP Addresses",
      "Virtual Network", "1 Hour", 5000 },
    { "DZH318Z0G9PL", "002W", "DZH318Z0H1VD", "P1 v3 App, Linux", "Azure App Service Premium v3",
      "Azure App Service", "1 Hour", 113425 },
    { "DZH318Z0J6TN", "01QD", "DZH318Z0L8XB", "Standard Messages", "Service Bus", "Service Bus",
      "1M", 800000 },
  };

  return &products[chance_next (chance) % (sizeof products / sizeof products[0])];
}

int64_t
scale_down (__int128 value, unsigned from, unsigned to)
{
  for (; from > to; from--)
    value /= 10;
  assert (value >= INT64_MIN && value <= INT64_MAX);
  return (int64_t) value;
}

/* Rows */

void
row_clear (Row *self, unsigned count)
{
  assert (count <= ROW_CELLS_MAX);
  self->count = count;
  self->stored = 0;
  memset (self->cells, 0, sizeof self->cells);
}

void
row_format (Row *self, unsigned column, const char *format, ...)
{
  const size_t room = sizeof self->store - self->stored;
  va_list arguments;

  va_start (arguments, format);
  const int length = vsnprintf (self->store + self->stored, room, format, arguments);
  va_end (arguments);
  assert (length >= 0 && (size_t) length < room);
  self->cells[column] = self->store + self->stored;
  self->stored += (size_t) length + 1;
}

void
row_decimal (Row *self, unsigned column, int64_t value, unsigned scale, unsigned places)
{
  const char *sign = value < 0 ? "-" : "";
  uint64_t magnitude = value < 0 ? 0 - (uint64_t) value : (uint64_t) value;
  uint64_t unit = 1;

  for (; scale > places && magnitude % 10 == 0; scale--)
    magnitude /= 10;
  for (unsigned i = 0; i < scale; i++)
    unit *= 10;
  if (scale == 0)
    row_format (self, column, "%s%llu", sign, (unsigned long long) magnitude);
  else
    row_format (self, column, "%s%llu.%0*llu", sign, (unsigned long long) (magnitude / unit),
                (int) scale, (unsigned long long) (magnitude % unit));
}

static uint64_t
write_bytes (const char *bytes, size_t length, FILE *out)
{
  if (out != NULL)
    fwrite (bytes, 1, length, out);
  return length;
}

static uint64_t
write_quoted (const char *text, FILE *out)
{
  uint64_t written = write_bytes ("\"", 1, out);

  for (const char *quote; (quote = strchr (text, '"')) != NULL; text = quote + 1)
    {
      written += write_bytes (text, (size_t) (quote - text) + 1, out);
      written += write_bytes ("\"", 1, out);
    }
  written += write_bytes (text, strlen (text), out);
  return written + write_bytes ("\"", 1, out);
}

uint64_t
row_write (const Row *self, FILE *out)
{
  uint64_t written = 0;

  for (unsigned i = 0; i < self->count; i++)
    {
      const char *text = self->cells[i] != NULL ? self->cells[i] : "";

      written += i > 0 ? write_bytes (",", 1, out) : 0;
      if (strpbrk (text, ",\"") != NULL)
        written += write_quoted (text, out);
      else
        written += write_bytes (text, strlen (text), out);
    }
  return written + write_bytes ("\r\n", 2, out);
}
