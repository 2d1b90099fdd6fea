package io.plexica.data.testing.shop;

import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** An entity that must be refused, twice. */
@Entity
@Table(schema = "tenant_globex__shop")
public class Numbered {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

    protected Numbered() {}
}
