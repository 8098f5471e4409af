/*
 * A timer wheel: timers wait in slots, and a slot holds all that end at one tick.
 *
 * The wheel has three levels. A slot of level 0 is one tick wide, one of level 1
 * is 64 ticks wide, and one of level 2 is 4096. When level 0 has turned once, the
 * next slot of level 1 is spread over it.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LEVEL_BITS	6
#define SLOTS		(1 << LEVEL_BITS)
#define SLOT_MASK	(SLOTS - 1)
#define LEVELS		3
#define LONGEST		(1ULL << (LEVELS * LEVEL_BITS))

struct timer {
	struct timer	*next;
	struct timer	**link;
	uint64_t	ends;
	void		(*fire)(struct timer *timer);
};

struct wheel {
	uint64_t	now;
	size_t		waiting;
	struct timer	*slots[LEVELS][SLOTS];
};

// #region place
static unsigned int pick_level(uint64_t delta)
{
	unsigned int level = 0;

	while (delta >= SLOTS && level < LEVELS - 1) {
		delta >>= LEVEL_BITS;
		level++;
	}
	return level;
}
// #endregion

static struct timer **find_slot(struct wheel *wheel, uint64_t ends)
{
	unsigned int level = pick_level(ends - wheel->now);
	unsigned int shift = level * LEVEL_BITS;

	return &wheel->slots[level][(ends >> shift) & SLOT_MASK];
}

static void link_timer(struct timer **slot, struct timer *timer)
{
	timer->next = *slot;
	timer->link = slot;
	if (*slot)
		(*slot)->link = &timer->next;
	*slot = timer;
}

static void unlink_timer(struct timer *timer)
{
	*timer->link = timer->next;
	if (timer->next)
		timer->next->link = timer->link;
	timer->next = NULL;
	timer->link = NULL;
}

static bool is_waiting(const struct timer *timer)
{
	return timer->link != NULL;
}

/* Begins to wait. A timer that ends in the past fires at the next tick. */
void wheel_add(struct wheel *wheel, struct timer *timer, uint64_t ends)
{
	if (ends <= wheel->now)
		ends = wheel->now + 1;
	if (ends - wheel->now >= LONGEST)
		ends = wheel->now + LONGEST - 1;

	timer->ends = ends;
	link_timer(find_slot(wheel, ends), timer);
	wheel->waiting++;
}

/* Stops to wait. Most timers end here: the answer came in time. */
bool wheel_cancel(struct wheel *wheel, struct timer *timer)
{
	if (!is_waiting(timer))
		return false;

	unlink_timer(timer);
	wheel->waiting--;
	return true;
}

static void spread(struct wheel *wheel, struct timer **slot)
{
	struct timer *timer = *slot;

	*slot = NULL;
	while (timer) {
		struct timer *next = timer->next;

		link_timer(find_slot(wheel, timer->ends), timer);
		timer = next;
	}
}

/* Moves timers of a coarse slot to finer ones when its time has come. */
static void cascade(struct wheel *wheel)
{
	for (unsigned int level = 1; level < LEVELS; level++) {
		unsigned int shift = level * LEVEL_BITS;
		uint64_t below = wheel->now & ((1ULL << shift) - 1);

		if (below)
			return;
		spread(wheel, &wheel->slots[level][(wheel->now >> shift) & SLOT_MASK]);
	}
}

static void fire_slot(struct wheel *wheel, struct timer **slot)
{
	while (*slot) {
		struct timer *timer = *slot;

		unlink_timer(timer);
		wheel->waiting--;
		timer->fire(timer);
	}
}

/* One tick. It costs the same with ten timers and with ten million. */
void wheel_tick(struct wheel *wheel)
{
	wheel->now++;
	cascade(wheel);
	fire_slot(wheel, &wheel->slots[0][wheel->now & SLOT_MASK]);
}

/* Catches up after sleep, tick by tick. */
void wheel_run(struct wheel *wheel, uint64_t until)
{
	while (wheel->now < until) {
		if (wheel->waiting == 0) {
			wheel->now = until;
			return;
		}
		wheel_tick(wheel);
	}
}
